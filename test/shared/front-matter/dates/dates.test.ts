import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeDate, dateMs, writeDateLike } from '../../../../shared/front-matter/dates/dates'
import { type Bundled, bundleFor } from '../../../support/in-time-zone'

const zones = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Europe/Berlin']

interface Form {
  readonly written: string
  /** The time it means, as ISO; without a zone it counts as UTC. */
  readonly means: string
  /** The same date with its day changed to the 9th. */
  readonly ninth: string
  /** Written in this form: 2031-11-03 04:05:06 in the zone of the form. */
  readonly moved: string
}

const forms: readonly Form[] = [
  { written: '2019-12-22', means: '2019-12-22T00:00:00Z', ninth: '2019-12-09', moved: '2031-11-03' },
  { written: '2024-3-5', means: '2024-03-05T00:00:00Z', ninth: '2024-3-9', moved: '2031-11-3' },
  {
    written: '2020-03-16T05:35:07.322Z',
    means: '2020-03-16T05:35:07.322Z',
    ninth: '2020-03-09T05:35:07.322Z',
    moved: '2031-11-03T04:05:06.000Z',
  },
  {
    written: '2024-03-05T10:00:00+02:00',
    means: '2024-03-05T08:00:00Z',
    ninth: '2024-03-09T10:00:00+02:00',
    moved: '2031-11-03T04:05:06+02:00',
  },
  {
    written: '2014-06-30 9:00:00 -0400',
    means: '2014-06-30T13:00:00Z',
    ninth: '2014-06-09 9:00:00 -0400',
    moved: '2031-11-03 4:05:06 -0400',
  },
  {
    written: '2016-01-02 10:11:12',
    means: '2016-01-02T10:11:12Z',
    ninth: '2016-01-09 10:11:12',
    moved: '2031-11-03 04:05:06',
  },
  {
    written: '2016-01-02 10:11',
    means: '2016-01-02T10:11:00Z',
    ninth: '2016-01-09 10:11',
    moved: '2031-11-03 04:05',
  },
  {
    written: '2016-01-02T10:11',
    means: '2016-01-02T10:11:00Z',
    ninth: '2016-01-09T10:11',
    moved: '2031-11-03T04:05',
  },
  {
    written: '2016-01-02t10:11:12z',
    means: '2016-01-02T10:11:12Z',
    ninth: '2016-01-09t10:11:12z',
    moved: '2031-11-03t04:05:06z',
  },
  { written: '03/30/2017', means: '2017-03-30T00:00:00Z', ninth: '03/09/2017', moved: '11/03/2031' },
  { written: '3/7/2023', means: '2023-03-07T00:00:00Z', ninth: '3/9/2023', moved: '11/3/2031' },
  { written: '30/03/2017', means: '2017-03-30T00:00:00Z', ninth: '09/03/2017', moved: '03/11/2031' },
  { written: '2017/03/30', means: '2017-03-30T00:00:00Z', ninth: '2017/03/09', moved: '2031/11/03' },
  { written: '30.3.2017', means: '2017-03-30T00:00:00Z', ninth: '9.3.2017', moved: '3.11.2031' },
  { written: 'Jul 08 2022', means: '2022-07-08T00:00:00Z', ninth: 'Jul 09 2022', moved: 'Nov 03 2031' },
  {
    written: 'July 18, 2022',
    means: '2022-07-18T00:00:00Z',
    ninth: 'July 9, 2022',
    moved: 'November 3, 2031',
  },
  { written: '8 Jul 2022', means: '2022-07-08T00:00:00Z', ninth: '9 Jul 2022', moved: '3 Nov 2031' },
  {
    written: 'Fri, 08 Jul 2022 10:00:00 GMT',
    means: '2022-07-08T10:00:00Z',
    ninth: 'Sat, 09 Jul 2022 10:00:00 GMT',
    moved: 'Mon, 03 Nov 2031 04:05:06 GMT',
  },
  {
    written: 'Jul 8, 2022 2:30 PM',
    means: '2022-07-08T14:30:00Z',
    ninth: 'Jul 9, 2022 2:30 PM',
    moved: 'Nov 3, 2031 4:05 AM',
  },
  { written: '20220708', means: '2022-07-08T00:00:00Z', ninth: '20220709', moved: '20311103' },
]

// The results of a process in another time zone for every format.
const code = `
  const results = ${JSON.stringify(forms.map(({ written }) => written))}.map((written) => {
    const parts = subject.dateParts(written)
    const moment = Date.UTC(2031, 10, 3, 4, 5, 6) - (parts.offset ?? 0) * 60000
    return {
      means: subject.dateMs(written),
      ninth: subject.changeDate(written, { day: 9 }),
      same: subject.changeDate(written, { year: parts.year, day: parts.day }),
      untouched: subject.changeDate(written, {}),
      moved: subject.writeDateLike(written, moment, 0),
    }
  })
  return { summer: new Date(2024, 6, 1).getTime(), results }`

describe('20 written forms by 5 time zones', () => {
  let bundled: Bundled
  const answers = new Map<string, { summer: number; results: unknown[] }>()
  beforeAll(async () => {
    bundled = await bundleFor(resolve(import.meta.dirname, '../../../../shared/front-matter/dates/dates.ts'))
    for (const zone of zones) answers.set(zone, bundled.run(zone, code) as never)
  })
  afterAll(() => bundled.remove())

  test('the zones are five different ones', () => {
    expect(forms).toHaveLength(20)
    expect(new Set([...answers.values()].map(({ summer }) => summer)).size).toBe(5)
  })

  describe.each(zones)('on a computer in %s', (zone) => {
    test.each(forms.map((form, at) => ({ ...form, at })))(
      '$written',
      ({ written, means, ninth, moved, at }) =>
        expect(answers.get(zone)?.results[at]).toEqual({
          means: Date.parse(means),
          ninth,
          same: written,
          untouched: written,
          moved,
        }),
    )
  })
})

test.each(['', 'soon', '2024-13-01', '13/13/2024', 'Foo 08 2022', '12', 'version 1.2.3', '2024-01-01T25:00'])(
  '%s is no date',
  (written) => {
    expect(dateMs(written)).toBe(null)
    expect(changeDate(written, { day: 1 })).toBe(null)
  },
)

test('a day that the month does not have is refused', () =>
  expect(changeDate('2024-02-29', { year: 2023 })).toBe(null))
test('a part that is not written is not added', () =>
  expect(changeDate('2024-02-29', { hour: 3 })).toBe(null))
test('noon and midnight of a twelve-hour clock', () => {
  expect(changeDate('Jul 8, 2022 2:30 pm', { hour: 0 })).toBe('Jul 8, 2022 12:30 am')
  expect(changeDate('Jul 8, 2022 2:30 pm', { hour: 12 })).toBe('Jul 8, 2022 12:30 pm')
})
test('a new date without a zone is written in the writer’s', () =>
  expect(writeDateLike('2016-01-02 10:11:12', Date.UTC(2024, 0, 1, 23, 30), 120)).toBe('2024-01-02 01:30:00'))
test('blanks around a date stay', () => expect(changeDate(' 2024-01-05 ', { day: 6 })).toBe(' 2024-01-06 '))
test('a day that does not exist can be made one that does', () => {
  expect(dateMs('2024-02-30')).toBe(null)
  expect(changeDate('2024-02-30', { day: 28 })).toBe('2024-02-28')
})
