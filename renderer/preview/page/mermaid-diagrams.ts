import { AppError, messageOf } from '../../../shared/app-error'
import { once } from '../../../shared/base/once'
import { createQueue } from '../../../shared/base/queue'
import { type DrawnDiagram, maxOfDiagram } from '../../../shared/ipc/export-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { originalOf, standFor } from './morph'

/*
 * Diagrams are drawn in a process of their own, made safe here, and put into the frame as an image: a picture can
 * neither run, nor load, nor style anything around it.
 */

const drawn = new Map<string, string>()
const keptDiagrams = 100
const inTurn = createQueue()
const sanitiser = once(async () => (await import('dompurify')).default)

/** A diagram as safe SVG for light and for dark pages; rejects with the reason where it cannot be drawn. */
export const drawForExport = (source: string): Promise<DrawnDiagram> =>
  inTurn(async () => {
    const diagram = { source, light: await draw(source, false), dark: await draw(source, true) }
    if (Math.max(diagram.light.length, diagram.dark.length) > maxOfDiagram)
      throw new AppError('too-large', t('preview.pictureTooLarge'))
    return diagram
  })

/** Puts diagrams where their source stands, one after the other; a broken one keeps its source and says why. */
export const drawDiagrams = (root: Iterable<Node>, isDark: () => boolean, onDrawn: () => void): void => {
  for (const source of sourcesIn(root)) {
    void inTurn(() => replace(source, isDark, onDrawn))
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
    notice.textContent = t('preview.diagramNotDrawn', { reason: messageOf(error) })
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
  const purifier = sanitiser()
  const svg = await api.drawDiagram(text, dark)
  const clean = (await purifier).sanitize(svg, { USE_PROFILES: { svg: true, svgFilters: true } })
  if (drawn.size >= keptDiagrams) drawn.clear()
  drawn.set(key, clean)
  return clean
}
