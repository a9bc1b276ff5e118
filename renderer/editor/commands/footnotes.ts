import type { EditorState, StateCommand } from '@codemirror/state'
import { type EditorView, hoverTooltip } from '@codemirror/view'
import { t } from '../../../shared/texts/translate'
import { headOfState } from '../../document/state/head-field'

interface NoteSign {
  readonly label: string
  readonly from: number
  readonly to: number
  /** It begins the note itself. */
  readonly isNote: boolean
}

const sign = /\[\^([^\s\][]+)\](:?)/g

const signsIn = (text: string, from: number): NoteSign[] =>
  [...text.matchAll(sign)].map(({ index, 0: all, 1: label = '', 2: colon }) => ({
    label,
    from: from + index,
    to: from + index + all.length,
    isNote: colon === ':' && /(?:^|\n)[ \t>]*$/.test(text.slice(0, index)),
  }))

/** The footnote mark at a position, or of the note whose line it is in. */
const signAt = (state: EditorState, at: number): NoteSign | null => {
  const line = state.doc.lineAt(at)
  const signs = signsIn(line.text, line.from)
  return (
    signs.find(({ from, to, isNote }) => !isNote && from <= at && at <= to) ??
    signs.find(({ isNote }) => isNote) ??
    null
  )
}

const counterpart = (state: EditorState, { label, isNote }: NoteSign): NoteSign | undefined => {
  const { bodyFrom } = headOfState(state).split
  return signsIn(state.sliceDoc(bodyFrom), bodyFrom).find(
    (other) => other.label === label && other.isNote !== isNote,
  )
}

/** Goes from a footnote mark to its text, and from there back to its first mark. */
export const jumpFootnote: StateCommand = ({ state, dispatch }) => {
  const found = signAt(state, state.selection.main.head)
  const other = found && counterpart(state, found)
  if (!other) return false
  const behind = other.isNote ? /^[ \t]*/.exec(state.sliceDoc(other.to, other.to + 20))?.[0].length : 0
  dispatch(
    state.update({
      selection: { anchor: other.to + (behind ?? 0) },
      scrollIntoView: true,
      userEvent: 'select',
    }),
  )
  return true
}

const maxShown = 400

const noteText = (state: EditorState, { to }: NoteSign): string => {
  const lines = [state.sliceDoc(to, state.doc.lineAt(to).to)]
  for (let next = state.doc.lineAt(to).number + 1; next <= state.doc.lines; next++) {
    const { text } = state.doc.line(next)
    if (text.trim() !== '' && !/^(?: {2,}|\t)/.test(text)) break
    lines.push(text)
  }
  const text = lines.join(' ').replace(/\s+/g, ' ').trim()
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text
}

/** Shows the text of a footnote when hovering over its mark. */
export const footnoteHover = hoverTooltip((view: EditorView, at: number) => {
  const found = signAt(view.state, at)
  if (!found || found.isNote || at < found.from || at > found.to) return null
  const note = counterpart(view.state, found)
  if (!note) return null
  return {
    pos: found.from,
    end: found.to,
    above: true,
    create: () => {
      const dom = document.createElement('div')
      dom.className = 'cm-note-view'
      dom.dir = 'auto'
      dom.textContent = noteText(view.state, note) || t('editor.emptyFootnote')
      return { dom }
    },
  }
})
