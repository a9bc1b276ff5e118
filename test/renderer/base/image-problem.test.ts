import { expect, test } from 'vitest'
import { assetUrl, type ImageProblem } from '../../../shared/ipc/site-calls'
import { installApi } from '../../support/fake-api'

let answer: () => ImageProblem = () => ({ kind: 'missing' })
const fake = installApi({ imageProblem: () => answer() })
const { whyNotShown } = await import('../../../renderer/base/image-problem')

const url = `${assetUrl('a/ü?.md', 'img/x y.png')}&width=88&v=1`

test('an image that is not there has no other reason, and is asked for by its post', async () => {
  expect(await whyNotShown(url)).toBeNull()
  expect(fake.called).toEqual([{ name: 'imageProblem', args: ['a/ü?.md', 'img/x y.png'] }])
})

test('one that cannot be read, or is no picture, says so', async () => {
  answer = () => ({ kind: 'unreadable', message: 'It could not be read: the disk (EIO).' })
  expect(await whyNotShown(url)).toBe('It could not be read: the disk (EIO).')
  answer = () => ({ kind: 'damaged' })
  expect(await whyNotShown(url)).toMatch(/damaged/)
  answer = () => {
    throw new Error('No posts folder is open.')
  }
  expect(await whyNotShown(url)).toBe('No posts folder is open.')
})

test('nobody is asked about an image that is none of the site', async () => {
  fake.called.length = 0
  for (const other of ['https://example.org/x.png', 'asset://style/a?ref=b', 'data:image/png;base64,', ''])
    expect(await whyNotShown(other)).toBeNull()
  expect(fake.called).toEqual([])
})
