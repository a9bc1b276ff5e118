import type { Exported } from '../../../shared/ipc/export-calls'
import { t } from '../../../shared/texts/translate'
import type { NoticeToShow } from '../../base/notices'

export interface ExportedPage extends Omit<Exported, 'path'> {
  /** File name of the page. */
  readonly name: string
  /** Why diagrams could not be drawn and stayed as source. */
  readonly reasons: readonly string[]
}

/** The notice that a post was exported, with everything that differs from the preview. */
export const exportedNotice = ({
  name,
  missingImages,
  undrawnDiagrams,
  reasons,
}: ExportedPage): NoticeToShow => {
  const lacks = [...imagesInWords(missingImages), ...diagramsInWords(undrawnDiagrams, reasons)]
  if (lacks.length === 0) return { kind: 'info', text: t('app.exported', { name }) }
  return { kind: 'warning', text: [t('app.exportedTo', { name }), ...lacks].join(' ') }
}

const imagesInWords = (missing: readonly string[]): string[] => {
  if (missing.length === 0) return []
  return [t('app.imagesMissing', { count: missing.length, images: missing.join(', ') })]
}

const diagramsInWords = (count: number, reasons: readonly string[]): string[] => {
  if (count === 0) return []
  const why = [...new Set(reasons.map(firstLine))].join(' ')
  return [t('app.diagramsUndrawn', { count, why: why === '' ? 'none' : why })]
}

// The engine quotes the source below.
const firstLine = (reason: string): string => reason.trimStart().split('\n', 1)[0]?.trimEnd() ?? ''
