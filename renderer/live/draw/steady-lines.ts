import type { EditorView } from '@codemirror/view'

/** A line and its height in pixels. */
export interface SteadyLine {
  readonly at: number
  readonly height: number
}

const lineElement = (view: EditorView, at: number): HTMLElement | null => {
  if (at < view.viewport.from || at > view.viewport.to) return null
  const { node } = view.domAtPos(at)
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('.cm-line') ?? null
}

/** The heights of the visible lines that start at these positions. */
export const heightsOf = (view: EditorView, starts: readonly number[]): SteadyLine[] =>
  [...new Set(starts)].flatMap((at) => {
    const element = lineElement(view, at)
    return element ? [{ at, height: element.getBoundingClientRect().height }] : []
  })

const hair = 0.5

/** The lines that are taller now than before. */
export const outgrown = (view: EditorView, before: readonly SteadyLine[]): number[] =>
  before.flatMap(({ at, height }) => {
    const element = at <= view.state.doc.length ? lineElement(view, at) : null
    return element && element.getBoundingClientRect().height > height + hair ? [at] : []
  })
