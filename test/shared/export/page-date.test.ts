import { expect, test } from 'vitest'
import { pageDate } from '../../../shared/export/page-date'
import { dateParts } from '../../../shared/front-matter/dates/dates'

test.each([
  ['2023-10-15', 'en', '15 October 2023', '2023-10-15'],
  ['2023-10-15', 'en-US', 'October 15, 2023', '2023-10-15'],
  ['2023-10-15', 'de', '15. Oktober 2023', '2023-10-15'],
  ['2020-03-16T05:35:07.322Z', 'en', '16 March 2020', '2020-03-16'],
  ['2014-06-30 23:30:00 -0400', 'en', '30 June 2014', '2014-06-30'],
  ['soon', 'en', 'soon', ''],
  ['', 'en', '', ''],
])('%s in %s', (written, language, text, iso) =>
  expect(pageDate(written, dateParts(written), language)).toEqual({ text, iso }),
)

test('a language nobody knows falls back', () =>
  expect(pageDate('2023-10-15', dateParts('2023-10-15'), 'xx').text).toBe('15 October 2023'))
