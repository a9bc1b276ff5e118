import { EditorView } from '@codemirror/view'
import type { Finding, Fix } from '../../shared/checks/findings/finding'
import type { PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { showNotice } from '../base/notices'
import { editorView } from '../document/document-store'
import { goToLine } from '../document/place/go-to-line'
import { checkNow, useCheckedText } from '../document/problems/check-open'
import { makeFix } from '../document/problems/fix'
import { openPost } from '../document/show-post'
import { useDocument } from '../document/state/document-state'

const opened = async (id: PostId): Promise<boolean> => {
  if (useDocument.getState().post?.id !== id) await openPost(id)
  return useDocument.getState().post?.id === id
}

/** The form row of a field; null if the head is shown as source. */
const formRow = (key: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`#editor [data-key="${CSS.escape(key)}"]`)

/** Opens the post of a finding at its place; moves the focus only if `focus` is set. */
export const showFinding = async (id: PostId, finding: Finding, focus: boolean): Promise<void> => {
  if (!(await opened(id))) return
  const row = finding.field === undefined ? null : formRow(finding.field)
  if (row) {
    row.scrollIntoView({ block: 'center' })
    if (focus) row.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus()
    return
  }
  const view = editorView()
  if (!view || focus) return goToLine(finding.line)
  const at = Math.min(finding.from, view.state.doc.length)
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
}

/** Opens the post of a finding and applies its fix to the text. */
export const fixFinding = async (id: PostId, finding: Finding, fix: Fix): Promise<void> => {
  if (!(await opened(id))) return
  if (useCheckedText.getState().doc === null || useCheckedText.getState().id !== id) await checkNow()
  const { findings } = useCheckedText.getState()
  const now = findings.find(
    ({ check, message, from }) =>
      check === finding.check && message === finding.message && from === finding.from,
  )
  const found =
    now ?? findings.find(({ check, message }) => check === finding.check && message === finding.message)
  const same = found?.fixes.find(({ label }) => label === fix.label)
  if (same) makeFix(same)
  else showNotice({ kind: 'info', text: t('checks.goneFromText') })
}
