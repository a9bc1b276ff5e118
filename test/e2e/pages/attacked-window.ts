import type { ElectronApplication, Page } from '@playwright/test'

interface Watch {
  readonly requests: string[]
  readonly served: string[]
  readonly opened: string[]
}
export type Watched = typeof globalThis & { watch: Watch }

/** Records in the main process each request beyond the app's own pages, each file served and each link opened. */
export const watchMain = (app: ElectronApplication) =>
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

/** Records in the window everything that a script of the post could do to it. */
export const watchWindow = (page: Page) =>
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

/** Puts a text into the editor and waits until the preview shows its end, or until the page no longer changes. */
export const showText = (page: Page, text: string, end: string) =>
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

/** The parts of a page that an attack must not change. */
export const shape = (page: Page) =>
  page.evaluate(() => ({
    url: location.href,
    frames: window.frames.length,
    api: Object.keys((window as unknown as { api: object }).api).length,
    clobbered: ['__PWNED__', 'isAdmin', 'x'].filter((name) => name in window || name in Object.prototype),
    // Vite preloads the parts of the bundle that a diagram needs; nothing else may be loaded.
    head: [...document.head.children].filter((node) => !node.matches('link[rel="modulepreload"]')).length,
    body: [...document.body.children].map(({ id, tagName }) => `${tagName}#${id}`),
    bars: [...document.querySelectorAll('#root > * > :is(header, main, footer)')].map(
      ({ tagName }) => tagName,
    ),
  }))

type Shape = Awaited<ReturnType<typeof shape>>

/** The same after a diagram, which is drawn outside the frame, was inserted. */
export const settledShape = async (page: Page, before: Shape): Promise<Shape> => {
  for (let tries = 0; ; tries++) {
    const now = await shape(page)
    if (tries === 40 || JSON.stringify(now) === JSON.stringify(before)) return now
    await page.waitForTimeout(100)
  }
}

/** Clicks everything in the frame that can be clicked, as a curious writer would. */
export const clickAll = (page: Page) =>
  page.evaluate(async () => {
    const frame = document.querySelector('iframe')?.contentDocument
    if (!frame?.defaultView) throw new Error('No frame')
    frame.defaultView.alert = () => {
      Object.assign(window, { scripts: 1 })
    }
    const things = frame.querySelectorAll<HTMLElement>('#post *, #head *, #notes *')
    for (const thing of [...things].slice(0, 600)) {
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
