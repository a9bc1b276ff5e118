import { expect, test } from 'vitest'
import { createLatest } from '../../../shared/base/latest'

test('only the newest question is awaited', () => {
  const start = createLatest()
  const isFirst = start()
  expect(isFirst()).toBe(true)
  const isSecond = start()
  expect(isFirst()).toBe(false)
  expect(isSecond()).toBe(true)
})

test('two kinds of questions know nothing of each other', () => {
  const [one, other] = [createLatest(), createLatest()]
  const isLatest = one()
  other()
  expect(isLatest()).toBe(true)
})
