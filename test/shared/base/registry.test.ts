import { expect, test } from 'vitest'
import { createRegistry } from '../../../shared/base/registry'

test('what is registered comes in order, once, until it is removed', () => {
  const names = createRegistry<string>()
  const removeA = names.add('a')
  names.add('b')
  names.add('a')
  expect(names.all()).toEqual(['a', 'b'])
  removeA()
  expect(names.all()).toEqual(['b'])
  expect(names.has('a')).toBe(false)
})

test('a listener that removes itself or adds others skips and calls none of this turn', () => {
  const called: string[] = []
  const listeners = createRegistry<() => void>()
  const remove = listeners.add(() => {
    called.push('first')
    remove()
    listeners.add(() => called.push('new'))
  })
  listeners.add(() => called.push('second'))
  for (const listener of listeners.all()) listener()
  expect(called).toEqual(['first', 'second'])
})

test('all are taken once', () => {
  const parts = createRegistry<string>()
  parts.add('a')
  expect(parts.takeAll()).toEqual(['a'])
  expect(parts.takeAll()).toEqual([])
})
