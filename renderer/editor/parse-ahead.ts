import { ensureSyntaxTree, syntaxTreeAvailable } from '@codemirror/language'
import type { EditorState, Extension } from '@codemirror/state'
import { ViewPlugin } from '@codemirror/view'

/*
 * CodeMirror parses what is in sight and a little more. Whoever jumps far into a long text and types has all before that
 * place parsed with each key, and each key throws away what was parsed for the one before: seconds of it at 5 MB. So
 * the whole text is parsed beforehand, while nobody does anything.
 */

/** What is parsed stays only when a stretch is finished; a key in between throws away this much at most. */
const stretch = 200_000
/** A key that comes while the parser is at work waits no longer than this. */
const sliceMs = 8

/** Code waits for its language to be loaded. What was parsed without it would be parsed again while somebody types. */
const languageMs = 200
const mostWaits = 20

/** Parses on from where all is parsed, for a moment, and answers how far all is parsed then. */
export const parseOn = (state: EditorState, parsed: number, forMs: number = sliceMs): number => {
  const to = Math.min(state.doc.length, parsed + stretch)
  return ensureSyntaxTree(state, to, forMs) ? to : parsed
}

/** Parses the whole text while the window has nothing else to do. */
export const parseAhead: Extension = ViewPlugin.define((view) => {
  let parsed = 0
  let waits = 0
  let waiting = 0
  let loading: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    waiting ||= requestIdleCallback(work)
  }
  const work = (idle: IdleDeadline) => {
    waiting = 0
    while (idle.timeRemaining() > sliceMs && parsed < view.state.doc.length) {
      const before = parsed
      parsed = parseOn(view.state, parsed)
      if (parsed === before || syntaxTreeAvailable(view.state, parsed) || waits >= mostWaits) continue
      waits++
      parsed = 0
      loading = setTimeout(wait, languageMs)
      return
    }
    if (parsed < view.state.doc.length) wait()
  }
  wait()
  return {
    update: ({ docChanged, state }) => {
      if (!docChanged) return
      parsed = Math.min(parsed, state.doc.length)
      wait()
    },
    destroy: () => {
      cancelIdleCallback(waiting)
      clearTimeout(loading)
    },
  }
})
