import { AppError, messageOf } from '../../../shared/app-error'
import { type DrawnDiagram, maxDiagrams } from '../../../shared/ipc/export-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showNotice } from '../../base/notices'
import { getText } from '../../document/document-store'
import { useDocument } from '../../document/state/document-state'
import { drawForExport } from '../../preview/page/mermaid-diagrams'
import { exportedNotice } from './exported-notice'

const nameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Milliseconds before a running export is announced; most are done by then. */
const quick = 300

/** Exports the open post, as it is in the editor, to one HTML file and reports the outcome. */
export const exportOpenPost = async (): Promise<void> => {
  const { post } = useDocument.getState()
  if (!post) throw new Error(t('app.noPostOpen'))
  const stopTelling = tellWhileExporting()
  try {
    const text = getText()
    const { diagrams, reasons } = await diagramsOf(text)
    const { path, ...exported } = await api.exportHtml(post.id, text, diagrams)
    stopTelling()
    if (path !== null) showNotice(exportedNotice({ name: nameOf(path), reasons, ...exported }))
  } catch (error) {
    stopTelling()
    if (!(error instanceof AppError) || error.kind !== 'cancelled') throw error
    showNotice({ kind: 'info', text: error.message })
  }
}

interface Diagrams {
  readonly diagrams: DrawnDiagram[]
  /** Why the missing ones could not be drawn. */
  readonly reasons: readonly string[]
}

const diagramsOf = async (text: string): Promise<Diagrams> => {
  const { diagramSources } = await import('../../../shared/markdown/rules/diagram-sources')
  const sources = diagramSources(text)
  const drawn = await Promise.allSettled(sources.slice(0, maxDiagrams).map(drawForExport))
  const reasons = drawn.flatMap((one) => (one.status === 'rejected' ? [messageOf(one.reason)] : []))
  if (sources.length > maxDiagrams) reasons.push(t('app.mostDiagrams', { count: maxDiagrams }))
  return { diagrams: drawn.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), reasons }
}

const tellWhileExporting = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dismiss: (() => void) | undefined
  const stopListening = api.on('exportStarted', ({ name }) => {
    const cancel = { label: t('app.stop'), run: () => void api.cancelExport() }
    timer = setTimeout(() => {
      dismiss = showNotice({ kind: 'info', text: t('app.exporting', { name }), action: cancel })
    }, quick)
  })
  return () => {
    stopListening()
    clearTimeout(timer)
    dismiss?.()
  }
}
