import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { siteFiles } from '../../../../electron/library/checks/site-files'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()

test('a folder that was not there is seen once the disk is looked at again, however deep', async () => {
  await mkdir(join(folder(), 'public'))
  const files = siteFiles(folder())
  expect(files.names('public/images/a')).toBeNull()
  expect(files.size('public/images/a/x.png')).toBeNull()
  await mkdir(join(folder(), 'public/images/a'), { recursive: true })
  await writeFile(join(folder(), 'public/images/a/x.png'), 'abc')
  expect(files.lookAgain()).toBe(true)
  expect(files.size('public/images/a/x.png')).toBe(3)
  await rm(join(folder(), 'public/images'), { recursive: true })
  expect(files.lookAgain()).toBe(true)
  expect(files.names('public/images/a')).toBeNull()
})

test('a folder in other letters is none, on every system', async () => {
  await mkdir(join(folder(), 'public'))
  await writeFile(join(folder(), 'public/x.png'), 'abc')
  const files = siteFiles(folder())
  expect(files.names('Public')).toBeNull()
  expect(files.size('Public/x.png')).toBeNull()
  expect(files.size('public/x.png')).toBe(3)
})
