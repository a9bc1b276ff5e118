import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isThere } from '../../../electron/disk/is-there'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

test('files, folders and links are there, even links to nothing', async () => {
  await writeFile(join(folder(), 'a.md'), '')
  await mkdir(join(folder(), 'b'))
  await symlink('nothing', join(folder(), 'c.md'))
  for (const name of ['a.md', 'b', 'c.md']) expect(await isThere(join(folder(), name)), name).toBe(true)
})

test.each(['d.md', 'no folder/d.md', 'a.md/d.md', `${'n'.repeat(400)}.md`])('%s is not', async (name) => {
  await writeFile(join(folder(), 'a.md'), '')
  expect(await isThere(join(folder(), name))).toBe(false)
})
