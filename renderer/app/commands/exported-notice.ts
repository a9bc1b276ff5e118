import type { Exported } from '../../../shared/ipc/export-calls'
import type { NoticeToShow } from '../../base/notices'

export interface ExportedPage extends Omit<Exported, 'path'> {
  /** File name of the page. */
  readonly name: string
  /** Why diagrams that stand as their source could not be drawn. */
  readonly reasons: readonly string[]
}

/** Tells that a post was exported, and each thing that is not in the page as the preview shows it. */
export const exportedNotice = ({
  name,
  missingImages,
  undrawnDiagrams,
  reasons,
}: ExportedPage): NoticeToShow => {
  const lacks = [...imagesInWords(missingImages), ...diagramsInWords(undrawnDiagrams, reasons)]
  if (lacks.length === 0) return { kind: 'info', text: `Exported to ${name}, with its images inside.` }
  return { kind: 'warning', text: [`Exported to ${name}.`, ...lacks].join(' ') }
}

const imagesInWords = (missing: readonly string[]): string[] => {
  if (missing.length === 0) return []
  const what =
    missing.length === 1
      ? 'One image was not found and is shown as a placeholder'
      : `${missing.length} images were not found and are shown as placeholders`
  return [`${what}: ${missing.join(', ')}.`]
}

const diagramsInWords = (count: number, reasons: readonly string[]): string[] => {
  if (count === 0) return []
  const what =
    count === 1
      ? 'One diagram could not be drawn and is shown as its source'
      : `${count} diagrams could not be drawn and are shown as their source`
  const why = [...new Set(reasons.map(firstLine))].join(' ')
  return [why === '' ? `${what}.` : `${what}: ${why}`]
}

// The engine quotes the source below.
const firstLine = (reason: string): string => reason.trimStart().split('\n', 1)[0]?.trimEnd() ?? ''
