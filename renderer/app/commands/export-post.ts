import { AppError } from '../../../shared/app-error'
import { type DrawnDiagram, mostDiagrams } from '../../../shared/ipc/export-calls'
import { api } from '../../base/api'
import { showNotice } from '../../base/notices'
import { getText } from '../../document/document-store'
import { useDocument } from '../../document/state/document-state'
import { drawForExport } from '../../preview/page/mermaid-diagrams'

const nameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Most exports are done before it would be worth saying that they have begun. */
const quick = 300

/** Writes the open post, as it stands in the editor, to one HTML file and says what came of it. */
export const exportOpenPost = async (): Promise<void> => {
  const { post } = useDocument.getState()
  if (!post) throw new Error('No post is open.')
  const stopTelling = tellWhileExporting()
  try {
    const text = getText()
    const { path, missingImages } = await api.exportHtml(post.id, text, await diagramsOf(text))
    stopTelling()
    if (path !== null) tellExported(nameOf(path), missingImages)
  } catch (error) {
    stopTelling()
    if (!(error instanceof AppError) || error.kind !== 'cancelled') throw error
    showNotice({ kind: 'info', text: error.message })
  }
}

const diagramsOf = async (text: string): Promise<DrawnDiagram[]> => {
  const { diagramSources } = await import('../../../shared/markdown/rules/diagram-sources')
  const sources = diagramSources(text).slice(0, mostDiagrams)
  const drawn = await Promise.all(sources.map(drawForExport))
  return drawn.filter((diagram) => diagram !== null)
}

const tellWhileExporting = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dismiss: (() => void) | undefined
  const stopListening = api.on('exportStarted', ({ name }) => {
    const cancel = { label: 'Stop', run: () => void api.cancelExport() }
    timer = setTimeout(() => {
      dismiss = showNotice({ kind: 'info', text: `Exporting to ${name}…`, action: cancel })
    }, quick)
  })
  return () => {
    stopListening()
    clearTimeout(timer)
    dismiss?.()
  }
}

const tellExported = (name: string, missingImages: readonly string[]): void => {
  if (missingImages.length === 0) {
    showNotice({ kind: 'info', text: `Exported to ${name}, with its images inside.` })
    return
  }
  const missing =
    missingImages.length === 1
      ? 'One image was not found and is shown as a placeholder'
      : `${missingImages.length} images were not found and are shown as placeholders`
  showNotice({
    kind: 'warning',
    text: `Exported to ${name}. ${missing}: ${missingImages.join(', ')}.`,
  })
}
