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
const maxWaits = 20

/** While somebody types, what is in sight is enough: most of what is parsed between two keys is thrown away. */
const restMs = 600

/** Parses on from where all is parsed, for a moment, and answers how far all is parsed then. */
export const parseOn = (state: EditorState, parsed: number, forMs: number = sliceMs): number => {
  const to = Math.min(state.doc.length, parsed + stretch)
  return ensureSyntaxTree(state, to, forMs) ? to : parsed
}

/** Whether the rest of a text can wait so long after its last change: what is in sight, up to `sightTo`, is parsed. */
export const canWait = (state: EditorState, sightTo: number, sinceChangeMs: number): boolean =>
  sinceChangeMs < restMs && syntaxTreeAvailable(state, sightTo)

/** Parses the whole text while the window has nothing else to do. */
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
