import { describe, expect, test } from 'vitest'
import { typedDate, typedNumber, typedPath } from '../../../../shared/front-matter/form/typed-value'

const field = (value: string | null, sample: string | null = null, mayStayEmpty = false) => ({
  value,
  source: value ?? '',
  present: value !== null,
  sample,
  mayStayEmpty,
})
const shown = (typed: ReturnType<typeof typedDate>) => (typed.kind === 'write' ? typed.value : typed.kind)

describe('while a date is typed, only a whole one of the same form is written', () => {
  test.each([
    ['2021-08-05', '2021-08-1', 'wait'],
    ['2021-08-05', '2021-08-', 'wait'],
    ['2021-08-05', '2021-08-15', '2021-08-15'],
    ['2021-08-05', '2021-8-15', 'wait'],
    ['2021-08-05', '', 'wait'],
    ['2021-08-05', '5 March 2026', 'wait'],
    ['2021-08-05', '2021-02-30', 'wait'],
    ['2021-08-05 10:30:00 +0200', '2021-08-06 10:30:00 +0200', '2021-08-06 10:30:00 +0200'],
    ['2021-08-05 10:30:00 +0200', '2021-08-06', 'wait'],
    ['Jul 08 2022', 'Jul 18 2022', 'Jul 18 2022'],
    ['TBD', 'TB', 'wait'],
  ])('%s → %s', (value, typed, expected) =>
    expect(shown(typedDate(field(value), typed, false))).toBe(expected),
  )
})

describe('when it is done, it has the form of before', () => {
  test.each([
    ['2021-08-05', '2021-8-1', '2021-08-01'],
    ['2021-08-05', '5 March 2026', '2026-03-05'],
    ['2021-08-05', '2021-08', 'wait'],
    ['2021-08', '2021-09', '2021-09'],
    ['2021-08-05', '2021-', 'wait'],
    ['2021-08-05', 'soon', 'wait'],
    ['2021-08-05', '', 'drop'],
    ['2021-08-05', '2021-08-06 10:00', '2021-08-06 10:00'],
    ['2021-08-05 10:30:00 +0200', '2021-08-06', '2021-08-06 10:30:00 +0200'],
    ['Jul 08 2022', '2022-07-09', 'Jul 09 2022'],
    ['3/7/2023', '2023-03-08', '3/8/2023'],
    ['TBD', 'soon', 'soon'],
  ])('%s → %s', (value, typed, expected) =>
    expect(shown(typedDate(field(value), typed, true))).toBe(expected),
  )

  test.each([
    ['2024-01-31', '2026-3-5', '2026-03-05'],
    ['Jul 08 2022', '2026-03-05', 'Mar 05 2026'],
    ['2024-01-31 18:45:12 +0100', '2026-03-05', '2026-03-05 00:00:00 +0100'],
    [null, '2026-3-5', '2026-3-5'],
  ])('one that was not there takes that of the site: %s', (sample, typed, expected) =>
    expect(shown(typedDate(field(null, sample), typed, true))).toBe(expected),
  )
})

test('an emptied field goes, where the site does not have it empty', () => {
  for (const read of [typedDate, typedNumber, typedPath]) {
    expect(shown(read(field('2021-08-05'), ' ', false))).toBe('wait')
    expect(shown(read(field('2021-08-05'), '', true))).toBe('drop')
    expect(shown(read(field('2021-08-05', null, true), '', true))).toBe('')
    expect(shown(read(field(null), '', true))).toBe('wait')
  }
})

test('a number keeps how it is written, and what is none waits', () => {
  expect(shown(typedNumber(field('1.50'), '1.60', false))).toBe('1.60')
  expect(shown(typedNumber(field('1'), '12345678901234567890', false))).toBe('12345678901234567890')
  expect(shown(typedNumber(field(null), '5', false))).toBe(5)
  expect(shown(typedNumber(field(''), '5', false))).toBe(5)
  expect(shown(typedNumber(field('1'), '1e', true))).toBe('wait')
  expect(shown(typedNumber(field('1'), '-', true))).toBe('wait')
})
