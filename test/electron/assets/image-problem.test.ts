import { open } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { imageProblem } from '../../../electron/assets/image-problem'
import type { OpenFile } from '../../../electron/assets/open-image'
import { detectSite } from '../../../electron/site/detect-site'
import { type TempSite, tempSite } from '../../support/temp-site'

let temp: TempSite
afterEach(() => temp.remove())

const ask = async (reference: string, openFile: OpenFile = open) => {
  temp = await tempSite({ 'a.md': '', 'x.png': 'no picture', 'empty.png': '' })
  return imageProblem(await detectSite(temp.root), 'a.md', reference, openFile)
}

test('an image that is not there is missing', async () => {
  expect(await ask('gone.png')).toEqual({ kind: 'missing' })
})

test.each(['x.png', 'empty.png'])('a file that can be read and did not load is damaged: %s', async (name) => {
  expect(await ask(name)).toEqual({ kind: 'damaged' })
})

test('one that does not open says why', async () => {
  const closed = () => Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }))
  expect(await ask('x.png', closed)).toEqual({
    kind: 'unreadable',
    message: 'The image could not be read: You do not have permission (EACCES).',
  })
})

test('one that opens and is not given by the disk says why', async () => {
  let closed = false
  const broken: OpenFile = async (path, flags) => {
    const file = await open(path, flags)
    const close = async () => {
      closed = true
      await file.close()
    }
    const read = () => Promise.reject(Object.assign(new Error('broken'), { code: 'EIO' }))
    return Object.assign(Object.create(file), { close, read, stat: () => file.stat() })
  }
  expect(await ask('x.png', broken)).toMatchObject({
    kind: 'unreadable',
    message: expect.stringContaining('EIO'),
  })
  expect(closed).toBe(true)
})
