import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { attackBodies, attackHeads } from '../support/attack-payloads'
import { makePng } from '../support/make-png'
import { noteTrial } from '../support/trial'
import { expect, test } from './app'
import {
  clickAll,
  settledShape,
  shape,
  showText,
  type Watched,
  watchMain,
  watchWindow,
} from './pages/attacked-window'

interface Attack {
  readonly id: string
  readonly md: string
  /** The number of payloads, if more than one. */
  readonly count?: number
}

const corpus = resolve(import.meta.dirname, '../../../shared/corpus/attacks/own-markdown-attacks.json')
const attacks: readonly Attack[] = existsSync(corpus)
  ? (JSON.parse(readFileSync(corpus, 'utf8')) as Attack[]).filter(({ md }) => !md.startsWith('(file name)'))
  : []

/** Further cases for what the pipeline itself adds. */
const own: readonly Attack[] = [
  { id: 'katex-href', md: '$\\href{javascript:alert(1)}{x}$ $\\url{javascript:alert(1)}$' },
  {
    id: 'katex-html',
    md: '$\\htmlData{onclick=alert(1)}{x}$ $\\includegraphics{https://attacker.example/x.png}$',
  },
  {
    id: 'mermaid-html',
    md: '```mermaid\ngraph TD; A["<img src=x onerror=alert(1)>"]-->B\nclick A "javascript:alert(1)"\n```',
  },
  {
    id: 'mermaid-init',
    md: '```mermaid\n%%{init: {"securityLevel":"loose","themeCSS":"*{background:url(https://attacker.example/x)}"}}%%\ngraph TD; A-->B\nclick A call alert(1)\n```',
  },
  { id: 'slot', md: '<div>\n\n<pw-slot n="0"></pw-slot>\n\n```js\nx\n```\n\n</div>' },
  {
    id: 'attrs',
    md: '# x {onclick=alert(1) style="position:fixed"}\n\n[x](https://good.example){onclick=alert(1)}',
  },
  {
    id: 'footnote-html',
    md: 'x[^1]\n\n[^1]: <img src=x onerror=alert(1)> <a href="javascript:alert(1)">y</a>',
  },
  {
    id: 'dialect',
    md: '{{< raw "<script>alert(1)</script>" >}}\n\n{% "<img src=x onerror=alert(1)>" %}\n\n<Chart onload={alert(1)} />',
  },
  { id: 'abbr', md: '*[x]: "><img src=x onerror=alert(1)>\n\nx y' },
  { id: 'toc', md: '[[toc]]\n\n## <img src=x onerror=alert(1)>\n\n## " onmouseover="alert(1)' },
  {
    id: 'image-name',
    md: '<img name="body" src="x"> <img name="getElementById" src="x"> <a id="documentElement">x</a>',
  },
  { id: 'outside-image', md: '![x](../../outside.png) ![x](/../../outside.png) ![x](..%2f..%2foutside.png)' },
  { id: 'link-image', md: '![x](outside-link.png)' },
  {
    id: 'data-svg',
    md: '![x](data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="https://attacker.example/x"/></svg>)',
  },
]

/** Payloads in every place of a post and in every value of its front matter; only some of them in the short run. */
const made: readonly Attack[] = [
  ...attackBodies().map(({ body, count }, at) => ({ id: `place-${at}`, md: body, count })),
  ...attackHeads().map((head, at) => ({ id: `fm-made-${at}`, md: `${head}\nWords.`, count: 6 })),
].filter((_, at) => process.env.POSTWRIGHT_LONG === '1' || at % 12 === 3)

/** Opens a post from the disk, for posts with hostile front matter. */
const openFile = async (app: ElectronApplication, page: Page, path: string, text: string, end: string) => {
  await writeFile(path, text)
  await app.evaluate(
    ({ app: main }, wanted) => main.emit('open-file', { preventDefault: () => undefined }, wanted),
    path,
  )
  await page.waitForFunction(
    (last) =>
      document.querySelector('iframe')?.contentDocument?.querySelector('main')?.textContent?.includes(last),
    end,
  )
}

test('a stranger’s post runs nothing, fetches nothing, reads nothing outside and changes nothing of the app', async ({
  folder,
  launch,
}) => {
  test.setTimeout(process.env.POSTWRIGHT_LONG === '1' ? 900_000 : 240_000)
  const cases = [...attacks, ...own, ...made]
  const site = join(folder, 'site')
  await mkdir(join(site, 'posts'), { recursive: true })
  await writeFile(join(site, 'package.json'), '{ "dependencies": { "next": "15.0.0" } }')
  await writeFile(join(folder, 'outside.png'), makePng(4, 4, [1, 2, 3]))
  await writeFile(join(site, 'posts/start.md'), '---\ntitle: Start\n---\n\nStart here.\n')
  const { app, page } = await launch({ open: join(site, 'posts/start.md') })
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs++
    void dialog.dismiss()
  })
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('Start here.')).toBeVisible()
  await watchMain(app)
  await watchWindow(page)
  const before = await shape(page)
  const address = await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.location.href)
  const harmed: unknown[] = []
  for (const [index, { id, md, count = 1 }] of cases.entries()) {
    noteTrial('Payloads in the preview', { tried: count })
    const end = `End of case ${index}.`
    if (id.startsWith('fm-'))
      await openFile(app, page, join(site, 'posts', `${id}.md`), `${md}\n\n${end}\n`, end)
    else await showText(page, `${md}\n\n${end}\n`, end)
    const result = await clickAll(page)
    const after = await settledShape(page, before)
    const harm = {
      ...(result.left.length > 0 && { left: result.left }),
      ...(result.handlers.length > 0 && { handlers: result.handlers }),
      ...(result.overlays > 0 && { overlays: result.overlays }),
      ...(result.frameUrl !== address && { frameUrl: result.frameUrl }),
      ...(JSON.stringify(after) !== JSON.stringify(before) && { after }),
    }
    if (Object.keys(harm).length > 0) harmed.push({ id, ...harm })
    else noteTrial('Payloads in the preview', { survived: count })
  }
  const { requests, served, opened } = await app.evaluate(() => (globalThis as Watched).watch)
  const inWindow = await page.evaluate(() => {
    const { scripts, changed } = window as unknown as { scripts: number; changed: string[] }
    return { scripts, changed }
  })
  expect({ harmed, requests, served, dialogs, ...inWindow }).toEqual({
    harmed: [],
    requests: [],
    served: [],
    dialogs: 0,
    scripts: 0,
    changed: [],
  })
  expect(opened.filter((url) => !/^(?:https?|mailto):/.test(url))).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
