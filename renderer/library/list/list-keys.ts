import type { SelectHow } from '../state/selection'

export interface ListKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The actions of keys in the list. */
export type ListAct =
  | { readonly kind: 'move'; readonly to: number; readonly how: SelectHow }
  | { readonly kind: 'open'; readonly thenWrite: boolean }
  | { readonly kind: 'toggle' | 'star' | 'all' | 'trash' }

/** The action of a key in a list of `count` rows, `page` of them visible, with the active row `at` (or -1). */
export const actOfKey = (event: ListKey, at: number, count: number, page: number): ListAct | null => {
  const mod = event.ctrlKey || event.metaKey
  if (event.altKey) return null
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  const target = targets[event.key]
  if (target !== undefined) {
    const to = Math.max(0, Math.min(count - 1, target))
    return count === 0 ? null : { kind: 'move', to, how: event.shiftKey ? 'range' : mod ? 'move' : 'one' }
  }
  if (event.key === 'Enter') return { kind: 'open', thenWrite: true }
  if (event.key === ' ') return mod ? { kind: 'toggle' } : { kind: 'open', thenWrite: false }
  if (event.key.toLowerCase() === 'a' && mod && !event.shiftKey) return { kind: 'all' }
  // As in file managers: Delete, and on a Mac Command+Backspace.
  if (event.key === 'Delete' ? !mod && !event.shiftKey : event.key === 'Backspace' && event.metaKey)
    return { kind: 'trash' }
  return event.key === 'f' && !mod ? { kind: 'star' } : null
}

/** How a click selects. */
export const howOfPress = (event: Omit<ListKey, 'key' | 'altKey'>): SelectHow => {
  if (event.shiftKey) return 'range'
  return event.ctrlKey || event.metaKey ? 'toggle' : 'one'
}
