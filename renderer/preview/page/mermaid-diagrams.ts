import { LRUCache } from 'lru-cache'
import { AppError, messageOf } from '../../../shared/app-error'
import { once } from '../../../shared/base/once'
import { createQueue } from '../../../shared/base/queue'
import { type DrawnDiagram, maxOfDiagram } from '../../../shared/ipc/export-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { originalOf, standFor } from './morph'

/*
 * Diagrams are drawn in their own process, sanitized here, and inserted into the frame as images: an image can neither
 * run, load nor style anything.
 */

const drawn = new LRUCache<string, string>({ max: 100 })
const inTurn = createQueue()
const sanitiser = once(async () => (await import('dompurify')).default)

/** A diagram as safe SVG for light or dark pages; rejects with the reason if it cannot be drawn. */
export const drawForExport = (source: string): Promise<DrawnDiagram> =>
  inTurn(async () => {
    const diagram = { source, light: await draw(source, false), dark: await draw(source, true) }
    if (Math.max(diagram.light.length, diagram.dark.length) > maxOfDiagram)
      throw new AppError('too-large', t('preview.pictureTooLarge'))
    return diagram
  })

/** Replaces the sources of diagrams one after the other; an invalid one keeps its source with the reason. */
export const drawDiagrams = (root: Iterable<Node>, isDark: () => boolean, onDrawn: () => void): void => {
  for (const source of sourcesIn(root)) {
    void inTurn(() => replace(source, isDark, onDrawn))
  }
}

/** Redraws the diagrams of a page in the colors of the other theme. */
export const redrawDiagrams = (page: Document, dark: boolean): void => {
  for (const picture of page.querySelectorAll<HTMLImageElement>('.mermaid-diagram > img')) {
    const source = picture.parentNode && originalOf(picture.parentNode).textContent
    if (!source) continue
    const recolour = async () => {
      if (picture.isConnected) picture.src = addressOf(await draw(source, dark))
    }
    // If a redraw fails, the previous image stays.
    inTurn(recolour).catch(() => undefined)
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
    picture.alt = t('preview.diagram')
    const dark = isDark()
    const drawnFirst = await draw(text, dark)
    const svg = isDark() === dark ? drawnFirst : await draw(text, !dark) // the theme has changed meanwhile
    const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
    if (width && height) {
      picture.width = Math.ceil(Number(width)) // otherwise the image takes the whole width
      picture.height = Math.ceil(Number(height))
    }
    picture.src = addressOf(svg)
    figure.append(picture)
  } catch (error) {
    figure.className = 'mermaid-source'
    const notice = page.createElement('p')
    notice.className = 'block-notice'
    notice.textContent = t('preview.diagramNotDrawn', { reason: messageOf(error) })
    figure.append(notice, source.cloneNode(true))
  }
  if (!source.isConnected || source.textContent !== text) return // the source has changed meanwhile
  standFor(figure, originalOf(source))
  source.replaceWith(figure)
  onDrawn()
}

const draw = async (text: string, dark: boolean): Promise<string> => {
  const key = `${dark ? 'dark' : 'light'}\n${text}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  const purifier = sanitiser()
  const svg = await api.drawDiagram(text, dark)
  const clean = (await purifier).sanitize(svg, { USE_PROFILES: { svg: true, svgFilters: true } })
  drawn.set(key, clean)
  return clean
}
