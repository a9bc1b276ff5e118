import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, WidgetType } from '@codemirror/view'
import { create } from 'zustand'
import { editorView } from '../../document/document-store'
import { headOfState } from '../../document/state/head-field'
import styles from './host.module.css'
import { type HeadMode, headModeOf, settle } from './mode'

/** The element in which React draws the form: one for the session, so that its state survives scrolling and switching. */
export const headHost = document.createElement('div')
headHost.className = styles.host ?? ''

/** The estimated height of a form in pixels. */
export const usualHeight = 260

/** How the head of the shown post is drawn. */
export const useHeadMode = create<{ readonly mode: HeadMode }>(() => ({ mode: 'none' }))

const resized = StateEffect.define()

// CodeMirror measures its contents when its own height changes, which it never does for a short text: without a change of
// the widget, caret and selection would stay at the old position.
new ResizeObserver(() => {
  const view = editorView()
  if (!view?.contentDOM.contains(headHost)) return
  view.dispatch({ effects: resized.of(null) })
}).observe(headHost)

class HeadWidget extends WidgetType {
  /** `size` is the number of height changes of the form. */
  constructor(private readonly size: number) {
    super()
  }

  override eq(other: HeadWidget): boolean {
    return other.size === this.size
  }
  override updateDOM(): boolean {
    return true // already drawn
  }
  override get estimatedHeight(): number {
    return headHost.offsetHeight || usualHeight
  }
  override toDOM(): HTMLElement {
    const slot = document.createElement('div') // the old slot may be removed after the new one was added
    slot.append(headHost)
    return slot
  }
  override ignoreEvent(): boolean {
    return true
  }
}

const decorationsOf = (state: EditorState, size: number): DecorationSet => {
  const widget = new HeadWidget(size)
  if (headModeOf(state) !== 'form') {
    return Decoration.set(Decoration.widget({ widget, block: true, side: -1 }).range(0))
  }
  const { bodyFrom } = headOfState(state).split
  const end = state.sliceDoc(bodyFrom - 1, bodyFrom) === '\n' ? bodyFrom - 1 : bodyFrom
  return Decoration.set(Decoration.replace({ widget, block: true }).range(0, end))
}

interface HeadPlace {
  readonly size: number
  readonly decorations: DecorationSet
}

const placeField = StateField.define<HeadPlace>({
  create: (state) => ({ size: 0, decorations: decorationsOf(state, 0) }),
  update(place, { startState, state, effects }) {
    const isResized = effects.some((effect) => effect.is(resized))
    const same =
      headOfState(startState) === headOfState(state) && headModeOf(startState) === headModeOf(state)
    if (same && !isResized) return place
    const size = place.size + Number(isResized)
    return { size, decorations: decorationsOf(state, size) }
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
})

const rest = 1_000

const follower = ViewPlugin.define((view) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const follow = (state: EditorState) => {
    const mode = headModeOf(state)
    if (useHeadMode.getState().mode !== mode) useHeadMode.setState({ mode })
    clearTimeout(timer)
    if (mode === 'settling') timer = setTimeout(() => view.dispatch({ effects: settle.of(null) }), rest)
  }
  follow(view.state)
  return {
    update: ({ state, docChanged, transactions }) => {
      if (docChanged || transactions.some(({ effects }) => effects.length > 0)) follow(state)
    },
    destroy: () => clearTimeout(timer),
  }
})

/** Draws the form at the top of the text, where it scrolls with the text. */
export const headPlace: Extension = [placeField, follower]
