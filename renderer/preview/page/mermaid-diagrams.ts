import { messageOf } from '../../../shared/app-error'
import type { DrawnDiagram } from '../../../shared/ipc/export-calls'
import { originalOf, standFor } from './morph'

/*
 * Diagrams are drawn in the window, because the frame runs no script, and put into the frame as an image: a picture
 * can neither run, nor load, nor style anything around it.
 */

type Mermaid = typeof import('mermaid').default
type Purify = typeof import('dompurify').default

let engine: Promise<{ readonly mermaid: Mermaid; readonly purify: Purify }> | null = null

const load = async () => {
  const [{ default: mermaid }, { default: purify }] = await Promise.all([
    import('mermaid'),
    import('dompurify'),
  ])
  return { mermaid, purify }
}

const drawn = new Map<string, string>()
const keptDiagrams = 100
let lastId = 0
let queue: Promise<void> = Promise.resolve()

/** A diagram as safe SVG for light and for dark pages; null where it is broken. */
export const drawForExport = (source: string): Promise<DrawnDiagram | null> => {
  const drawing = queue.then(async () => ({
    source,
    light: await draw(source, false),
    dark: await draw(source, true),
  }))
  const settled = drawing.catch(() => null) // its source stands then, as in the preview, which says why
  queue = settled.then(() => undefined)
  return settled
}

/** Puts diagrams where their source stands, one after the other; a broken one keeps its source and says why. */
export const drawDiagrams = (root: Iterable<Node>, isDark: () => boolean, onDrawn: () => void): void => {
  for (const source of sourcesIn(root)) {
    queue = queue.then(() => replace(source, isDark, onDrawn))
  }
}

/** Draws the diagrams of a page again in the colours of the other theme. */
export const redrawDiagrams = (page: Document, dark: boolean): void => {
  for (const picture of page.querySelectorAll<HTMLImageElement>('.mermaid-diagram > img')) {
    const source = picture.parentNode && originalOf(picture.parentNode).textContent
    if (!source) continue
    const recolour = async () => {
      if (picture.isConnected) picture.src = addressOf(await draw(source, dark))
    }
    // What was drawn once is drawn: should it fail now, the picture of before still shows it.
    queue = queue.then(recolour).catch(() => undefined)
  }
}

const addressOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

const sourcesIn = (nodes: Iterable<Node>): HTMLElement[] =>
  [...nodes].flatMap((node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return []
    const element = node as HTMLElement
    const inside = [...element.querySelectorAll<HTMLElement>('pre.mermaid-source')]
    return element.matches('pre.mermaid-source') ? [element, ...inside] : inside
  })

const replace = async (source: HTMLElement, isDark: () => boolean, onDrawn: () => void): Promise<void> => {
  if (!source.isConnected) return
  const text = source.textContent ?? ''
  const page = source.ownerDocument
  const figure = page.createElement('div')
  figure.className = 'mermaid-diagram'
  try {
    const picture = page.createElement('img')
    picture.alt = 'Diagram'
    const dark = isDark()
    const drawnFirst = await draw(text, dark)
    const svg = isDark() === dark ? drawnFirst : await draw(text, !dark) // the theme changed meanwhile
    const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
    if (width && height) {
      picture.width = Math.ceil(Number(width)) // else an image takes all the room there is
      picture.height = Math.ceil(Number(height))
    }
    picture.src = addressOf(svg)
    figure.append(picture)
  } catch (error) {
    figure.className = 'mermaid-source'
    const notice = page.createElement('p')
    notice.className = 'block-notice'
    notice.textContent = `This diagram cannot be drawn: ${messageOf(error)}`
    figure.append(notice, source.cloneNode(true))
  }
  if (!source.isConnected || source.textContent !== text) return // the writer went on
  standFor(figure, originalOf(source))
  source.replaceWith(figure)
  onDrawn()
}

const draw = async (text: string, dark: boolean): Promise<string> => {
  const key = `${dark ? 'dark' : 'light'}\n${text}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  engine ??= load()
  const { mermaid, purify } = await engine
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    theme: dark ? 'dark' : 'neutral',
    fontFamily: 'system-ui, sans-serif',
  })
  const host = document.createElement('div')
  host.style.cssText = 'position:absolute;left:-99999px;width:900px;visibility:hidden'
  document.body.append(host)
  try {
    const { svg } = await mermaid.render(`diagram-${++lastId}`, text, host)
    const clean = purify.sanitize(svg, { USE_PROFILES: { svg: true, svgFilters: true } })
    if (drawn.size >= keptDiagrams) drawn.clear()
    drawn.set(key, clean)
    return clean
  } finally {
    host.remove()
  }
}
