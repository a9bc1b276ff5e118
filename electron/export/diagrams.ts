import type { DrawnDiagram } from '../../shared/ipc/export-calls'
import { t } from '../../shared/texts/translate'

/**
 * Returns the HTML of diagrams that were drawn beforehand, and null for others, which stay as source. Diagrams are
 * embedded as images: whatever their SVG contains, a browser lets an image neither run nor load anything.
 */
export const drawnDiagrams = (diagrams: readonly DrawnDiagram[]): ((source: string) => string | null) => {
  const bySource = new Map(diagrams.map((diagram) => [diagram.source, diagram]))
  return (source) => {
    const diagram = bySource.get(source)
    return diagram === undefined ? null : htmlOf(diagram)
  }
}

const htmlOf = ({ light, dark }: DrawnDiagram): string =>
  `<div class="mermaid-diagram"><picture><source media="(prefers-color-scheme: dark)" srcset="${addressOf(dark)}"${sizeOf(dark)}><img src="${addressOf(light)}" alt="${t('preview.diagram')}"${sizeOf(light)}></picture></div>`

const addressOf = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`

// Without a size, an SVG image takes all the available width.
const sizeOf = (svg: string): string => {
  const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return width && height ? ` width="${Math.ceil(Number(width))}" height="${Math.ceil(Number(height))}"` : ''
}
