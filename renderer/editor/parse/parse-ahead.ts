import { ensureSyntaxTree, syntaxTreeAvailable } from '@codemirror/language'
import type { EditorState, Extension } from '@codemirror/state'
import { ViewPlugin } from '@codemirror/view'

/*
 * CodeMirror parses the visible text and a little more. After a jump far into a long text, each key would parse all text
 * before that position, and discard what the previous key had parsed: seconds at 5 MB. So the whole text is parsed
 * beforehand while the window is idle.
 */

/** Parsed text is kept only when a part is finished; a key in between discards at most this much. */
const stretch = 200_000
/** The longest that a key waits for the parser. */
const sliceMs = 8

/** Milliseconds to wait for languages to load. Text parsed without them would be parsed again while the user types. */
const languageMs = 200
const maxWaits = 20

/** Milliseconds without a key: while the user types, only the visible text is parsed, since a key discards the rest. */
const restMs = 600

/** Continues parsing for a moment, and returns how far the text is parsed. */
export const parseOn = (state: EditorState, parsed: number, forMs: number = sliceMs): number => {
  const to = Math.min(state.doc.length, parsed + stretch)
  return ensureSyntaxTree(state, to, forMs) ? to : parsed
}

/** Whether the visible text, up to `sightTo`, is parsed, so that the rest can wait. */
export const canWait = (state: EditorState, sightTo: number, sinceChangeMs: number): boolean =>
  sinceChangeMs < restMs && syntaxTreeAvailable(state, sightTo)

/** Parses the whole text while the window is idle. */
export const parseAhead: Extension = ViewPlugin.define((view) => {
  let parsed = 0
  let waits = 0
  let waiting = 0
  let changed = Number.NEGATIVE_INFINITY
  let later: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    waiting ||= requestIdleCallback(work)
  }
  const waitFor = (ms: number) => {
    clearTimeout(later)
    later = setTimeout(wait, ms)
  }
  const work = (idle: IdleDeadline) => {
    waiting = 0
    const sinceChange = performance.now() - changed
    if (canWait(view.state, view.viewport.to, sinceChange)) return waitFor(restMs - sinceChange)
    while (idle.timeRemaining() > sliceMs && parsed < view.state.doc.length) {
      const before = parsed
      parsed = parseOn(view.state, parsed)
      if (parsed === before || syntaxTreeAvailable(view.state, parsed) || waits >= maxWaits) continue
      waits++
      parsed = 0
      return waitFor(languageMs)
    }
    if (parsed < view.state.doc.length) wait()
  }
  wait()
  return {
    update: ({ docChanged, state }) => {
      if (!docChanged) return
      parsed = Math.min(parsed, state.doc.length)
      changed = performance.now()
      wait()
    },
    destroy: () => {
      cancelIdleCallback(waiting)
      clearTimeout(later)
    },
  }
})
