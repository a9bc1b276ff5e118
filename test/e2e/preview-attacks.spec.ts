import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { makePng } from '../support/make-png'
import { expect, test } from './app'

interface Attack {
  readonly id: string
  readonly md: string
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

interface Watch {
  readonly requests: string[]
  readonly served: string[]
  readonly opened: string[]
}
type Watched = typeof globalThis & { watch: Watch }

/** Notes in the main process every request that leaves the app's own pages, every file served, every link opened. */
const watchMain = (app: ElectronApplication) =>
  app.evaluate(({ session, shell }) => {
    const watch: Watch = { requests: [], served: [], opened: [] }
    Object.assign(globalThis, { watch })
    const note = ({ url, statusCode }: { url: string; statusCode?: number }) => {
      const scheme = url.slice(0, url.indexOf(':'))
      if (scheme === 'asset' && statusCode === 200) watch.served.push(url)
      if (!['app', 'asset', 'data', 'blob', 'devtools'].includes(scheme)) watch.requests.push(url)
    }
    session.defaultSession.webRequest.onCompleted(note)
    session.defaultSession.webRequest.onErrorOccurred(note)
    shell.openExternal = async (url: string) => {
      watch.opened.push(url)
    }
  })

/** Notes in the window whatever a script of the post could do to it. */
const watchWindow = (page: Page) =>
  page.evaluate(() => {
    const changed: string[] = []
    const outside = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement
      return !element?.closest('#editor, #sidebar, [role="status"], [role="banner"], header, footer')
    }
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const added = [...addedNodes].filter((node) => node instanceof Element) as Element[]
        const bad = added.filter((node) =>
          node.matches('script, iframe, object, embed, form, link:not([rel="modulepreload"]), base, meta'),
        )
        if (bad.length > 0 && outside(target)) changed.push(bad[0]?.outerHTML ?? '')
      }
    }).observe(document, { childList: true, subtree: true })
    Object.assign(window, { changed, scripts: 0 })
    window.alert = () => {
      Object.assign(window, { scripts: 1 })
    }
  })

/** Puts a text into the editor and waits for its end in the preview; where a text swallows its end, for a page at rest. */
const showText = (page: Page, text: string, end: string) =>
  page.evaluate(
    async ([all, last]) => {
      // biome-ignore lint/suspicious/noExplicitAny: CodeMirror keeps its view on the element, without a type
      const { view } = (document.querySelector('.cm-content') as any).cmTile
      const shown = document.querySelector('iframe')?.contentDocument?.querySelector('main')
      if (!shown) throw new Error('No page in the frame')
      let rest = 250 // looks of 8 ms until nothing is expected any more
      const observer = new MutationObserver(() => {
        rest = 8
      })
      observer.observe(shown, { childList: true, subtree: true, characterData: true })
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: all } })
      while (!shown.textContent?.includes(last) && rest-- > 0)
        await new Promise((done) => setTimeout(done, 8))
      observer.disconnect()
    },
    [text, end] as const,
  )

/** Opens a post from the disk, as the ones with a hostile head come. */
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

/** What of a page must be the same after an attack as before it. */
const shape = (page: Page) =>
  page.evaluate(() => ({
    url: location.href,
    frames: window.frames.length,
    api: Object.keys((window as unknown as { api: object }).api).length,
    clobbered: ['__PWNED__', 'isAdmin', 'x'].filter((name) => name in window || name in Object.prototype),
    // Vite preloads the parts of the bundle that a diagram needs; nothing else may come.
    head: [...document.head.children].filter((node) => !node.matches('link[rel="modulepreload"]')).length,
    body: [...document.body.children].map(({ id, tagName }) => `${tagName}#${id}`),
    bars: [...document.querySelectorAll('#root > * > :is(header, main, footer)')].map(
      ({ tagName }) => tagName,
    ),
  }))

type Shape = Awaited<ReturnType<typeof shape>>

/** The shape once a diagram, which is drawn outside the frame, has been put into it. */
const settledShape = async (page: Page, before: Shape): Promise<Shape> => {
  for (let tries = 0; ; tries++) {
    const now = await shape(page)
    if (tries === 40 || JSON.stringify(now) === JSON.stringify(before)) return now
    await page.waitForTimeout(100)
  }
}

/** Clicks all that can be clicked in the frame, as a curious writer would. */
const clickAll = (page: Page) =>
  page.evaluate(async () => {
    const frame = document.querySelector('iframe')?.contentDocument
    if (!frame?.defaultView) throw new Error('No frame')
    frame.defaultView.alert = () => {
      Object.assign(window, { scripts: 1 })
    }
    const things = frame.querySelectorAll<HTMLElement>('#post *, #head *, #notes *')
    for (const thing of [...things].slice(0, 60)) {
      thing.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
      thing.focus?.()
      thing.click?.()
    }
    await new Promise((done) => setTimeout(done, 15))
    const left = frame.querySelectorAll(
      'script, iframe, object, embed, form, link[href*="attacker"], base, meta[http-equiv="refresh"], #post style, #post svg, #post math:not(.katex math)',
    )
    const handlers = [...frame.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(
        ({ name, value }) =>
          name.startsWith('on') ||
          (/^(?:href|src|action|xlink:href)$/.test(name) && /^\s*(?:javascript|vbscript|file):/i.test(value)),
      ),
    )
    return {
      frameUrl: frame.location.href,
      left: [...left].map(({ outerHTML }) => outerHTML.slice(0, 200)),
      handlers: handlers.map(({ name, value }) => `${name}=${value}`),
      overlays: [...frame.querySelectorAll<HTMLElement>('#post *')].filter(
        (element) => frame.defaultView?.getComputedStyle(element).position === 'fixed',
      ).length,
    }
  })

test('a stranger’s post runs nothing, fetches nothing, reads nothing outside and changes nothing of the app', async ({
  folder,
  launch,
}) => {
  test.skip(attacks.length === 0, 'The attack corpus is not beside the project: ../shared/corpus')
  test.setTimeout(240_000)
  const cases = [...attacks, ...own]
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
  for (const [index, { id, md }] of cases.entries()) {
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
