import { expect, test } from 'vitest'
import { dayOf, yearOf } from '../../../renderer/base/written-date'

test('a day is the one that is written, whatever the zone', () => {
  expect(dayOf({ date: '2022-02-10' })).toBe('10 Feb 2022')
  expect(dayOf({ date: '2020-03-16T23:35:07.322Z' })).toBe('16 Mar 2020')
  expect(dayOf({ date: '2024-01-01 00:30:00 +1300' })).toBe('1 Jan 2024')
  expect(yearOf({ date: '2024-01-01 00:30:00 +1300' })).toBe(2024)
})

test('what is no date is shown as it is written', () => {
  expect(dayOf({ date: 'next week' })).toBe('next week')
  expect(yearOf({ date: 'next week' })).toBeNull()
  expect(dayOf({ date: '' })).toBe('')
})
