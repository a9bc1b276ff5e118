import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copySampleBlog, shippedFolder } from '../../../electron/workspace/sample-blog'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

const shipped = async () => {
  const assets = join(folder(), 'app/assets')
  await mkdir(join(assets, 'sample-blog/posts'), { recursive: true })
  await writeFile(join(assets, 'sample-blog/posts/one.md'), '# One\n')
  return assets
}

test('the shipped folder is found from the bundle upwards', async () => {
  const assets = await shipped()
  expect(shippedFolder(join(folder(), 'app/out/main'))).toBe(assets)
})

test('the copy is the writer’s: a second opening keeps the changes', async () => {
  const assets = await shipped()
  const first = await copySampleBlog(assets, folder())
  await writeFile(join(first, 'posts/one.md'), '# Mine\n')
  const second = await copySampleBlog(assets, folder())
  expect(second).toBe(first)
  expect(await readFile(join(second, 'posts/one.md'), 'utf8')).toBe('# Mine\n')
})
