import { featuresOfFile } from '../../../shared/markdown/options/presets'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { editorState } from '../../document/document-store'
import { useDocument } from '../../document/state/document-state'
import { headOfState } from '../../document/state/head-field'
import { featuresNow } from '../../preview/view/page-choices'

/** Copies the selection or the whole body as HTML as the page shows it, and as markdown for programs that take no HTML. */
export const copyRich = async (): Promise<void> => {
  const state = editorState()
  if (!state) return
  const { main } = state.selection
  const { bodyFrom } = headOfState(state).split
  const text = main.empty ? state.sliceDoc(bodyFrom) : state.sliceDoc(Math.max(main.from, bodyFrom), main.to)
  if (text.trim() === '') {
    showNotice({ kind: 'info', text: t('app.nothingToCopy') })
    return
  }
  const { renderPost } = await import('../../../shared/markdown/page/render-post')
  const features = featuresOfFile(featuresNow(), useDocument.getState().post?.id ?? '')
  // A blank line first: the selection may begin like front matter.
  const { html } = renderPost(`\n${text}`, {
    features: { ...features, highlight: false, anchors: false },
    assetUrl: () => null,
    remoteImages: 'show',
  })
  const copy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', copy, { capture: true, once: true })
  const isCopied = document.execCommand('copy')
  window.removeEventListener('copy', copy, { capture: true })
  showNotice(
    isCopied
      ? { kind: 'info', text: main.empty ? t('app.postCopied') : t('app.copied') }
      : { kind: 'warning', text: t('app.notCopied') },
  )
}
