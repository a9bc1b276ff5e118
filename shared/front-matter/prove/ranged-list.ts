import { t } from '../../texts/translate'
import { HeadError } from '../read/head-error'
import { sourceOf } from '../read/source'
import type { HeadPlace } from '../values/head-editor'
import type { Edit, FieldScalar } from '../values/types'
import { addToBrackets, type RangedList, takeFromBrackets } from '../yaml/bracket-list'
import { refused } from '../yaml/head'
import { proveOther, whereReadable } from './prove-other'

/** How a language reads and writes its lists in brackets. */
export interface BracketLists {
  /** The list at a path; null where there is none. Throws HeadError. */
  readonly listAt: (source: string, path: HeadPlace['path']) => RangedList | null
  /** An item in the style of the others. */
  readonly written: (source: string, list: RangedList, item: FieldScalar) => string
  readonly addList: (place: HeadPlace, items: readonly FieldScalar[]) => Edit
  /** Whether a comma is allowed after the last item. */
  readonly commaMayStay: boolean
}

/** The edits of lists in brackets, for a language that has them. */
export const bracketListEdits = (lists: BracketLists) => ({
  addItem: (place: HeadPlace, item: FieldScalar): Edit =>
    whereReadable(place, () => {
      const { source } = sourceOf(place.text, place.split)
      const list = lists.listAt(source, place.path)
      if (!list) return lists.addList(place, [item])
      const changes = addToBrackets(source, list, list.items.at(-1), lists.written(source, list, item))
      return proveOther(place, changes, {
        kind: 'insert',
        path: place.path,
        at: list.items.length,
        value: item,
      })
    }),
  removeItem: (place: HeadPlace, path: HeadPlace['path'], at: number): Edit =>
    whereReadable(place, () => {
      const { source } = sourceOf(place.text, place.split)
      const list = lists.listAt(source, path)
      if (!list?.items[at]) return refused(t('form.noField', { field: [...path, at].join('.') }), 1)
      const change = takeFromBrackets(source, list.items, at, lists.commaMayStay)
      return proveOther(place, [change], { kind: 'remove', path: [...path, at] })
    }),
  items: ({ text, split, path }: HeadPlace): readonly unknown[] | null => {
    try {
      return lists.listAt(sourceOf(text, split).source, path)?.items.map(({ value }) => value) ?? null
    } catch (error) {
      if (error instanceof HeadError) return null // the edit that follows reports it
      throw error
    }
  },
})
