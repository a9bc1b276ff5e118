import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/*
 * Postwright as a subject of the typing bench: the real app with the real folder, list, form, autosave and preview.
 * The preview's frame runs no script, so the probe cannot live in it; it watches the frame's document from the window,
 * which is the same process and the same frame of pixels.
 */

const root = resolve(import.meta.dirname, '../..')
const built = resolve(root, process.env.POSTWRIGHT_OUT ?? 'out')
const start = '---\ntitle: Start\n---\n\nThe post that is open first.\n'

/** The measured layout; only Split has the page beside the text. */
const layout = process.env.BENCH_LAYOUT ?? 'split'
const hasPage = layout === 'split'

/** @type {Record<string, unknown>} */
const postwright = {
  id: 'postwright',
  kind: 'app',
  role: 'app',
  label: 'Postwright',
  editor: '.cm-content',
  ...(hasPage ? { preview: 'iframe >>> body' } : {}),
  launch: ({ doc }) => {
    // A separate folder: the harness keeps the profile of the app beside the document, which no site contains.
    const posts = join(doc.dir, 'posts')
    mkdirSync(posts)
    copyFileSync(doc.path, join(posts, 'post.md'))
    cpSync(join(doc.dir, 'img'), join(posts, 'img'), { recursive: true })
    writeFileSync(join(posts, 'start.md'), start)
    return { args: [join(built, 'main/main.js'), join(posts, 'start.md')], env: { HOME: doc.dir } }
  },
  ready: async ({ app, page }) => {
    const [width, height] = (process.env.BENCH_WINDOW ?? '1440x900').split('x').map(Number)
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        for (const window of BrowserWindow.getAllWindows()) window.setContentSize(size[0], size[1])
      },
      [width, height],
    )
    await page.waitForSelector('.cm-content')
    if (!hasPage) {
      await page.getByRole('button', { name: layout === 'live' ? 'Live' : 'Write', exact: true }).click()
      await page.waitForFunction(
        (live) => document.querySelector('.cm-editor.live') !== null || !live,
        layout === 'live',
      )
      return
    }
    await page.waitForFunction(() =>
      document
        .querySelector('iframe')
        ?.contentDocument?.querySelector('#post')
        ?.textContent?.includes('open first'),
    )
    await page.evaluate(watchFrame)
  },
  prepare: () => undefined,
  open: async ({ page, doc }) => {
    const title = /^title: "(.*)"$/m.exec(readFileSync(doc.path, 'utf8'))?.[1] ?? ''
    await page.evaluate((wanted) => {
      const rows = [...document.querySelectorAll('#sidebar *')]
      const row = rows.filter((node) => node.textContent?.includes(wanted)).at(-1)
      if (!(row instanceof HTMLElement)) throw new Error(`No row for ${wanted}`)
      window.__probe.loadStart()
      for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        row.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, button: 0 }))
      }
    }, title)
  },
}

/** Makes `iframe >>> body` refer to the frame's body, and lets the probe observe its changes. */
const watchFrame = () => {
  const frame = document.querySelector('iframe')
  Object.defineProperty(frame, 'shadowRoot', { get: () => frame.contentDocument })
  const { observe } = MutationObserver.prototype
  MutationObserver.prototype.observe = function (target, options) {
    observe.call(this, target, options)
    if (target === document) observe.call(this, frame.contentDocument, options)
  }
}

// biome-ignore lint/style/noDefaultExport: the bench loads an adapter by its default export
export default postwright
