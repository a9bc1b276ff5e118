import { isolateHistory } from '@codemirror/commands'
import type { Text } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Finding, Fix } from '../../../shared/checks/findings/finding'
import { changesOf } from '../../../shared/checks/findings/fixes'
import { ignoreHere } from '../../../shared/checks/findings/ignore-here'
import { syntaxOf } from '../../../shared/references/code-ranges'
import type { TextChange } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { useSite } from '../../base/site-store'
import { editorState, editorView } from '../document-store'
import { changeBetween } from '../journal/send-doc'
import { checkNow, useCheckedText } from './check-open'

/** The current place of an offset in the checked text; null if that place was changed. */
const placer = (checked: Text, now: Text): ((offset: number) => number | null) => {
  if (checked.eq(now)) return (offset) => offset
  const { from, to, insert } = changeBetween(checked, now)
  return (offset) => {
    if (offset <= from) return offset
    return offset >= to ? offset + insert.length - (to - from) : null
  }
}

/** The changes mapped to the current text; null if it differs at those places. */
const changesNow = (changes: readonly TextChange[]): readonly TextChange[] | null => {
  const { doc } = useCheckedText.getState()
  const now = editorState()?.doc
  if (!doc || !now) return null
  const place = placer(doc, now)
  const moved: TextChange[] = []
  for (const change of changes) {
    const [from, to] = [place(change.from), place(change.to)]
    if (from === null || to === null || !now.slice(from, to).eq(doc.slice(change.from, change.to)))
      return null
    moved.push({ from, to, insert: change.insert })
  }
  return moved
}

const make = (changes: readonly TextChange[]): boolean => {
  const view = editorView()
  const moved = changesNow(changes)
  if (!view || !moved) {
    showNotice({ kind: 'info', text: t('checks.textChanged') })
    void checkNow()
    return false
  }
  view.dispatch({
    changes: [...moved],
    userEvent: 'input.fix',
    annotations: isolateHistory.of('full'), // one undo reverts the fix and nothing else
  })
  void checkNow()
  return true
}

/** Applies one fix to the open text, or places the caret where the user must continue. */
export const makeFix = ({ changes, caret }: Fix): void => {
  if (changes.length > 0 && !make(changes)) return
  const view = editorView()
  const { doc } = useCheckedText.getState()
  if (caret === undefined || !view || !doc) return
  const at = placer(doc, view.state.doc)(caret)
  if (at === null) return
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
  view.focus()
}

/** Writes a comment that ignores a finding of the open text where it is. */
export const ignoreFinding = (finding: Finding): void => {
  const { id, doc } = useCheckedText.getState()
  if (id === null || doc === null) return
  const isMdx = syntaxOf(id, useSite.getState().site?.profile ?? 'plain') === 'mdx'
  const change = ignoreHere(doc.toString(), finding, isMdx)
  if (change) make([change])
  else showNotice({ kind: 'info', text: t('checks.noCommentHere') })
}

/** The findings of one check that have a fix. */
export const fixable = (findings: readonly Finding[], check: string): readonly Finding[] =>
  findings.filter(({ check: name, fixes }) => name === check && (fixes[0]?.changes.length ?? 0) > 0)

/** Applies the first fix of every finding of a check to the open text, as one undoable step. */
export const fixAllOf = (check: string): void => {
  make(changesOf(fixable(useCheckedText.getState().findings, check)))
}
