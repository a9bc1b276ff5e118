/** What parts of the app have registered, in the order of their registration. */
export interface Registry<T> {
  /** Returns a function that removes the item. */
  readonly add: (item: T) => () => void
  readonly has: (item: T) => boolean
  /** The items now; unchanged if some are added or removed while they are used. */
  readonly all: () => readonly T[]
  /** Removes and returns the items. */
  readonly takeAll: () => readonly T[]
}

/** Creates a registry, such as one of listeners. An item is kept once. */
export const createRegistry = <T>(): Registry<T> => {
  const items = new Set<T>()
  const takeAll = () => {
    const all = [...items]
    items.clear()
    return all
  }
  return {
    add: (item) => {
      items.add(item)
      return () => {
        items.delete(item)
      }
    },
    has: (item) => items.has(item),
    all: () => [...items],
    takeAll,
  }
}
