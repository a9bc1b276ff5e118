import { expect, test } from 'vitest'
import { actOfKey, howOfPress } from '../../../../renderer/library/list/list-keys'
import {
  besideGone,
  type SelectHow,
  type Selection,
  selectedAfter,
  selectedPosts,
} from '../../../../renderer/library/state/selection'
import { summary } from '../../../support/posts'

const posts = ['a', 'b', 'c', 'd'].map((id) => summary(id))
const nothing: Selection = { ids: new Set(), anchor: null, active: null }
const after = (...steps: readonly (readonly [string, SelectHow])[]) =>
  steps.reduce((selection, [id, how]) => selectedAfter(selection, posts, id, how), nothing)

test('one, several and a range', () => {
  expect([...after(['b', 'one']).ids]).toEqual(['b'])
  expect([...after(['b', 'one'], ['d', 'toggle']).ids]).toEqual(['b', 'd'])
  expect([...after(['b', 'one'], ['b', 'toggle']).ids]).toEqual([])
  expect([...after(['c', 'one'], ['a', 'range']).ids]).toEqual(['a', 'b', 'c'])
  expect([...after(['b', 'one'], ['d', 'range'], ['c', 'range']).ids]).toEqual(['b', 'c'])
})

test('moving leaves the selection as it is', () => {
  const moved = after(['a', 'one'], ['c', 'move'])
  expect([[...moved.ids], moved.active]).toEqual([['a'], 'c'])
})

test('an act is about the selection only when its row is part of it', () => {
  const chosen = (id: string) => selectedPosts(posts, new Set(['a', 'b']), summary(id)).map((post) => post.id)
  expect(chosen('a')).toEqual(['a', 'b'])
  expect(chosen('d')).toEqual(['d'])
})

test('where posts go, the next one that stays has the keyboard', () => {
  const beside = (...ids: string[]) =>
    besideGone(
      posts,
      ids.map((id) => summary(id)),
    )?.id
  expect(beside('b')).toBe('c')
  expect(beside('a', 'c')).toBe('d')
  expect(beside('c', 'd')).toBe('b')
  expect(beside('a', 'b', 'c', 'd')).toBeUndefined()
})

type Modifier = 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
const key = (name: string, modifiers: Partial<Record<Modifier, boolean>> = {}) =>
  actOfKey(
    { key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers },
    1,
    4,
    10,
  )

test('keys of the list', () => {
  expect(key('ArrowDown')).toEqual({ kind: 'move', to: 2, how: 'one' })
  expect(key('ArrowUp', { shiftKey: true })).toEqual({ kind: 'move', to: 0, how: 'range' })
  expect(key('PageDown', { ctrlKey: true })).toEqual({ kind: 'move', to: 3, how: 'move' })
  expect(key('Enter')).toEqual({ kind: 'open', thenWrite: true })
  expect(key(' ')).toEqual({ kind: 'open', thenWrite: false })
  expect(key('a', { ctrlKey: true })).toEqual({ kind: 'all' })
  expect(key('f')).toEqual({ kind: 'star' })
  expect(key('f', { ctrlKey: true })).toBeNull()
  expect(key('Delete')).toEqual({ kind: 'trash' })
  expect(key('Delete', { shiftKey: true })).toBeNull()
  expect(key('Backspace', { metaKey: true })).toEqual({ kind: 'trash' })
  expect(key('Backspace')).toBeNull()
  expect(key('ArrowDown', { altKey: true })).toBeNull()
})

test('presses of the list', () => {
  const press = { ctrlKey: false, metaKey: false, shiftKey: false }
  expect(howOfPress(press)).toBe('one')
  expect(howOfPress({ ...press, metaKey: true })).toBe('toggle')
  expect(howOfPress({ ...press, shiftKey: true, ctrlKey: true })).toBe('range')
})
