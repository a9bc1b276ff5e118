import { type EditorState, StateEffect, StateField, type Transaction } from '@codemirror/state'
import { headField, headOfState } from '../../document/state/head-field'

/**
 * How the head is shown. `form` replaces its lines; the others show them: `source` on request, `broken` if it cannot be
 * parsed, `settling` while the caret is still in a head that was just fixed, `none` if there is none.
 */
export type HeadMode = 'form' | 'source' | 'broken' | 'settling' | 'none'

/** Shows the head as source, or as the form again. */
export const showSource = StateEffect.define<boolean>()

/** After a pause in typing, a head that can be parsed again becomes the form. */
export const settle = StateEffect.define<null>()

interface Shown {
  readonly source: boolean
  readonly mode: HeadMode
}

const caretInHead = (state: EditorState): boolean =>
  state.selection.main.head < headOfState(state).split.bodyFrom

const modeOf = (state: EditorState, source: boolean): HeadMode => {
  const { kind } = headOfState(state).frontMatter
  if (kind !== 'parsed') return kind
  return source ? 'source' : 'form'
}

const isTyping = (transaction: Transaction): boolean =>
  transaction.docChanged && (transaction.isUserEvent('input.type') || transaction.isUserEvent('delete'))

const shownField = StateField.define<Shown>({
  create: (state) => ({ source: false, mode: modeOf(state, false) }),
  update(shown, transaction) {
    const { state } = transaction
    let { source } = shown
    for (const effect of transaction.effects) if (effect.is(showSource)) source = effect.value
    let mode = modeOf(state, source)
    const settled = transaction.effects.some((effect) => effect.is(settle))
    const raw = shown.mode === 'broken' || shown.mode === 'none' || shown.mode === 'settling'
    const isToggled = source !== shown.source
    const waits = shown.mode === 'settling' || isTyping(transaction)
    if (mode === 'form' && raw && waits && !isToggled && !settled && caretInHead(state)) mode = 'settling'
    return mode === shown.mode && source === shown.source ? shown : { source, mode }
  },
})

/** Keeps how the head of each post is shown. */
export const headModes = [headField, shownField]

/** How the head is shown now. */
export const headModeOf = (state: EditorState): HeadMode => state.field(shownField).mode
