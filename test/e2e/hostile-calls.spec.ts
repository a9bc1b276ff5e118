import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hostileArguments, seededRandom, usualArguments } from '../support/hostile-arguments'
import { noteTrial } from '../support/trial'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'

const isLong = process.env.POSTWRIGHT_LONG === '1'
const sets = isLong ? 1000 : 12
const secret = 'what nobody may read'

const contentsOf = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.sort().map(async (path) => [path, await readFile(path, 'utf8')]))
}

test('no call reaches outside the site, whatever it is given', async ({ folder, launch }) => {
  test.setTimeout(isLong ? 1_800_000 : 120_000)
  const site = await writeBlog(join(folder, 'inside/site'), {
    'a.md': { head: ['title: A', 'image: x.png'] },
  })
  const outside = join(folder, 'inside/outside')
  await mkdir(outside)
  await writeFile(join(outside, 'secret.md'), `---\ntitle: ${secret}\n---\n\n${secret}\n`)
  await symlink(join(outside, 'secret.md'), join(site, 'posts/secret.md'))
  await symlink(outside, join(site, 'posts/linked'))
  await symlink('../..', join(site, 'posts/up'))
  const before = await contentsOf(outside)
  const siblings = await readdir(join(folder, 'inside'))
  const { app, page } = await launch({ open: site })
  await page.getByRole('option').first().waitFor()
  const opened = await app.evaluateHandle(({ dialog, Menu, shell }) => {
    const asked: string[] = []
    dialog.showOpenDialog = (async () => ({ canceled: true, filePaths: [] })) as typeof dialog.showOpenDialog
    dialog.showSaveDialog = (async () => ({ canceled: true, filePath: '' })) as typeof dialog.showSaveDialog
    Menu.prototype.popup = (options) => options?.callback?.() // nobody would close it
    shell.showItemInFolder = (path) => void asked.push(path)
    shell.openExternal = async (url) => void asked.push(url)
    shell.trashItem = async (path) => void asked.push(path)
    return asked
  })

  const random = seededRandom(1)
  for (const [name, usual] of Object.entries(usualArguments)) {
    if (name === 'openSampleBlog' || name === 'startup') continue // they take no arguments, and leave the folder
    const tries = Array.from({ length: sets }, () => hostileArguments(usual, random))
      .filter(([first]) => !(name === 'answerClose' && first === true)) // not an attack: it closes the window
      .filter((args) => usual.length > 0 || args.length > 0)
    noteTrial('Hostile calls', { tried: tries.length })
    const answers = await page.evaluate(
      async ([call, all, words]) => {
        const api = (
          globalThis as unknown as { api: Record<string, (...args: unknown[]) => Promise<unknown>> }
        ).api
        const leaked: string[] = []
        let count = 0
        for (const args of all) {
          const answer = await (api[call]?.(...args) ?? Promise.reject(new Error('no such call'))).then(
            (value) => JSON.stringify(value) ?? '',
            (error: unknown) => `threw ${String(error)}`,
          )
          count++
          if (answer.includes(words)) leaked.push(answer)
        }
        return { count, leaked }
      },
      [name, tries, secret] as const,
    )
    expect({ name, ...answers }).toEqual({ name, count: tries.length, leaked: [] })
    noteTrial('Hostile calls', { survived: tries.length })
  }

  expect(await contentsOf(outside)).toEqual(before)
  expect(await readdir(join(folder, 'inside'))).toEqual(siblings)
  expect(await readdir(site)).toContain('package.json')
  const reached = (await opened.jsonValue()).filter((target) => !target.startsWith(join(site, '/')))
  for (const target of reached) expect(target).toMatch(/^(?:https?|mailto):/)
  await expect(page.getByRole('option').first()).toBeVisible()
})
