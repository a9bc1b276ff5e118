import type { EditorView } from '@codemirror/view'

/** Something to insert into the text, besides commands and snippets. */
export interface Insertion {
  readonly name: string
  readonly detail: string
  /** Inserts it at a place that is a line of its own. */
  readonly insert: (view: EditorView, at: number) => void
}

const sources: (() => readonly Insertion[])[] = []

/** Adds a source of insertions; called each time they are offered. */
export const addInsertions = (source: () => readonly Insertion[]): void => {
  sources.push(source)
}

/** All current insertions. */
export const insertionsNow = (): readonly Insertion[] => sources.flatMap((source) => source())
