import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { noteTrial } from '../support/trial'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const kept = resolve(import.meta.dirname, '../../../shared/cases/faults')
const many = (count: number, of: string) => of.repeat(count)

/** More of the same kind for the long run: each occupies a processor for some seconds. */
const others: Readonly<Record<string, string>> = {
  comments: many(100_000, '{#'),
  addresses: many(25_000, '<http://'),
  images: many(50_000, '!['),
  line: many(300_000, 'words '),
  'wiki-links': many(50_000, '[['),
  links: many(40_000, '[a]('),
  braces: many(100_000, '{'),
  shortcodes: many(30_000, '{{<'),
  quotes: many(100_000, '"'),
  notes: many(50_000, '[^'),
  abbreviations: many(50_000, '*['),
  components: many(30_000, '<A '),
}

/** Bodies that could make a parser, a pattern or a layout hang. */
const bodies: Readonly<Record<string, string>> = {
  tags: many(100_000, '<a'),
  table: `${many(200, '|a')}|\n${many(200, '|-')}|\n${many(2_000, `${many(200, '|b')}|\n`)}`,
  heading: `#${many(10_000, ' ')}x`,
  diagram: `\`\`\`mermaid\nstateDiagram-v2\n${Array.from({ length: 400 }, (_, at) => `s${at} --> s${(at * 7) % 400}`).join('\n')}\n\`\`\``,
  ...(process.env.POSTWRIGHT_LONG === '1' ? others : {}),
}

/** Complete posts from the folder beside the project. */
const keptPosts = (): Readonly<Record<string, string>> =>
  existsSync(kept)
    ? Object.fromEntries(
        readdirSync(kept)
          .filter((name) => name.endsWith('.md'))
          .map((name) => [name, readFileSync(join(kept, name), 'utf8')]),
      )
    : {}

test('posts that are made to stop the app leave it usable', async ({ folder, launch }) => {
  test.setTimeout(400_000)
  const site = await writeBlog(folder, {
    'usual.md': { head: ['title: Usual'], body: 'Usual words.' },
    ...Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [
        `hostile-${name}.md`,
        { head: [`title: Hostile ${name}`], body: `Before ${name}.\n\n${body}\n\nAfter.` },
      ]),
    ),
    'hostile-head.md': {
      head: [`title: Hostile head${many(250_000, '\n')}draft: true`],
      body: 'Before head.',
    },
  })
  await writeFile(join(site, 'astro.config.mjs'), `export default {${many(60_000, '\n')}}`)
  for (const [name, text] of Object.entries(keptPosts())) await writeFile(join(site, 'posts', name), text)

  const { app, page } = await launch({ open: site })
  const main = new MainWindow(page)
  await expect(main.rows.first()).toBeVisible({ timeout: 60_000 })
  const frame = page.frameLocator('iframe')
  const show = (name: string) =>
    app.evaluate(
      ({ app: electron }, path) => electron.emit('open-file', { preventDefault: () => undefined }, path),
      join(site, `posts/${name}.md`),
    )

  for (const name of [...Object.keys(bodies), 'head']) {
    noteTrial('Hostile posts opened and exported', { tried: 1 })
    await show(`hostile-${name}`)
    await expect(main.title, name).toHaveText(new RegExp(`^hostile.${name}`, 'i'), { timeout: 30_000 })
    await expect(frame.getByText(`Before ${name}.`).first(), name).toBeVisible({ timeout: 60_000 })

    const path = join(folder, `${name}.html`)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    const ended = await page.evaluate(
      async ([id, text]) => {
        type Api = Record<'exportHtml' | 'cancelExport', (...args: unknown[]) => Promise<unknown>>
        const { api } = window as unknown as { api: Api }
        const limit = setTimeout(() => void api.cancelExport(), 60_000)
        const said = await api.exportHtml(id, text, []).then(
          () => 'written',
          (error: unknown) => String(error),
        )
        clearTimeout(limit)
        return said
      },
      [`hostile-${name}.md`, readFileSync(join(site, `posts/hostile-${name}.md`), 'utf8')] as const,
    )
    expect([name, ended, existsSync(path)]).toEqual([name, 'written', true])
    noteTrial('Hostile posts opened and exported', { survived: 1 })
  }

  await show('usual')
  await expect(frame.getByText('Usual words.')).toBeVisible()
  await main.toEnd()
  await page.keyboard.type(' Typed.')
  await expect(frame.getByText('Usual words. Typed.')).toBeVisible()
})
