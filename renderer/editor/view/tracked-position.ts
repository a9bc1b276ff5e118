import { type Extension, StateEffect, StateField } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

const add = StateEffect.define<{ readonly key: object; readonly place: Place }>()
interface Place {
  readonly at: number
  /** Whether it stays before (-1) or after (1) text inserted at it. */
  readonly side: -1 | 1
}

const drop = StateEffect.define<object>()

const field = StateField.define<ReadonlyMap<object, Place>>({
  create: () => new Map(),
  update(positions, transaction) {
    const changed = positions.size > 0 && transaction.docChanged
    let next = changed
      ? new Map(
          [...positions].map(([key, { at, side }]) => [
            key,
            { at: transaction.changes.mapPos(at, side), side },
          ]),
        )
      : positions
    for (const effect of transaction.effects) {
      if (effect.is(add)) next = new Map(next).set(effect.value.key, effect.value.place)
      if (effect.is(drop)) next = new Map([...next].filter(([key]) => key !== effect.value))
    }
    return next
  },
})

/** Positions that are mapped through changes during an async operation. */
export const trackedPositions: Extension = field

/** Tracks a position through changes until it is released. */
export const trackPosition = (view: EditorView, at: number, side: -1 | 1 = 1) => {
  const key = {}
  view.dispatch({ effects: add.of({ key, place: { at, side } }) })
  return {
    position: (): number => view.state.field(field).get(key)?.at ?? view.state.selection.main.head,
    release: (): void => view.dispatch({ effects: drop.of(key) }),
  }
}
