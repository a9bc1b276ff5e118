import type { EditorView } from '@codemirror/view'
import { createRegistry } from '../../../shared/base/registry'

/** Something to insert into the text, besides commands and snippets. */
export interface Insertion {
  readonly name: string
  readonly detail: string
  /** Inserts it at a place that is a line of its own, or all of a quote or item whose lines begin with `continued`. */
  readonly insert: (view: EditorView, at: number, continued: string) => void
}

const sources = createRegistry<() => readonly Insertion[]>()

/** Adds a source of insertions; called each time they are offered. */
export const addInsertions = (source: () => readonly Insertion[]): void => {
  sources.add(source)
}

/** All current insertions. */
export const insertionsNow = (): readonly Insertion[] => sources.all().flatMap((source) => source())
