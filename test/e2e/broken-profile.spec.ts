import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app'
import { post, prepare, status, text, typeAtEnd } from './pages/one-post'

/** Everything that the app stores and reads when it starts. */
const files = ['settings.json', 'session.json', 'unfinished-start.json']
const folders = ['operations', 'history', 'journal', 'thumbnails', 'library', 'undone-images', 'logs']

/** The ways in which it may be damaged. */
const harms: Readonly<Record<string, (path: string, isFolder: boolean) => Promise<unknown>>> = {
  'folders where files are kept, and files where folders are': (path, isFolder) =>
    isFolder ? writeFile(path, 'no folder') : mkdir(path),
  'bytes that mean nothing': async (path, isFolder) => {
    if (isFolder) await mkdir(path)
    await writeFile(isFolder ? join(path, 'x.record') : path, Buffer.from([0, 255, 123, 34, 10]))
  },
  'values that nobody expects': async (path, isFolder) => {
    if (isFolder) await mkdir(join(path, 'x', 'begun.record'), { recursive: true })
    else await writeFile(path, '{"version":1,"lastFolder":7,"theme":[],"window":{"width":-1},"folders":null}')
  },
}

for (const [harm, make] of Object.entries(harms))
  test(`the window opens over ${harm}, and a post can be written and saved`, async ({ folder, launch }) => {
    const { profile, file, read } = await prepare(folder)
    const data = join(profile, 'data')
    for (const name of [...files, ...folders]) {
      await rm(join(data, name), { recursive: true, force: true })
      await make(join(data, name), folders.includes(name))
    }
    const { page } = await launch({ open: file, profile })
    await expect(text(page)).toContainText('First paragraph.')
    await typeAtEnd(page, 'Typed.')
    await page.keyboard.press('ControlOrMeta+s')
    await expect.poll(read).toBe(`${post}Typed.`)
    await expect(status(page, 'Saved')).toBeVisible()
  })
