import type { EditorView } from '@codemirror/view'

/** Something that can be put into the text, beside the commands and snippets. */
export interface Insertion {
  readonly name: string
  readonly detail: string
  /** Puts it at a place of the text, which is a line of its own. */
  readonly insert: (view: EditorView, at: number) => void
}

const sources: (() => readonly Insertion[])[] = []

/** Adds to what can be put into the text; asked each time it is offered. */
export const addInsertions = (source: () => readonly Insertion[]): void => {
  sources.push(source)
}

/** All that can be put into the text now. */
export const insertionsNow = (): readonly Insertion[] => sources.flatMap((source) => source())
