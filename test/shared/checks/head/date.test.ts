import { describe, expect, test } from 'vitest'
import type { GeneratorId } from '../../../../shared/generators/shape/generator-id'
import { checkedSite, type SiteToCheck } from '../../../support/checked-site'

const found = (head: string, more: Partial<SiteToCheck> = {}, id = 'one.md') =>
  checkedSite({ ...more, posts: { ...more.posts, [id]: `---\n${head}\n---\n\nText.\n` } })
    .of(id)
    .map(({ check }) => check)

describe('date-invalid', () => {
  test.each([
    'date: yesterday',
    'date: 2024-13-01',
    'date: 2024-02-30',
    "date: '2024-00-10'",
    'date: 31/31/2024',
    'date: 2024-01-01T25:00:00Z',
    'date: 20240140',
    'date: Smarch 1, 2024',
    'date: 2024-1-',
    "date: 'TBA'",
    'pubDate: soon',
    'date: 2023-02-29',
    'publishDate: 2024-06-31',
    'date: 12:30',
    'date: 2024',
    'date: 2024年1月2日',
  ])('is found in %j', (head) => expect(found(`title: One\n${head}`)).toContain('date-invalid'))
  test.each([
    'date: 2024-01-02',
    'date: 2024-1-2',
    "date: '2024/01/02'",
    'date: 2024-01-02 10:11',
    'date: 2024-01-02 10:11:12 +0100',
    'date: 2024-01-02T10:11:12Z',
    'date: 2024-01-02T10:11:12.123+09:00',
    'date: January 2, 2024',
    'date: 2 Jan 2024',
    "date: 'Tue, 02 Jan 2024 10:11:12 GMT'",
    "date: 'Jan 2nd, 2024'",
    'date: 2024-02-29',
    'date: Last Modified',
    'date: git Created',
    'date: 2024-01',
    'date: "{{ page.date }}"',
    'date: 2024-01-02 10:11:12 UTC',
    'date: 2024-01-02 10:11:12 -05:00',
    'date: 02.01.2024',
  ])('is not found in %j', (head) => expect(found(`title: One\n${head}`)).toEqual([]))
})

test('the forms of dates that only some generators read', () => {
  const told = (date: string, profile: GeneratorId) =>
    found(`title: One\ndate: ${date}`, { profile }).includes('date-invalid')
  expect([told('1704190272', 'hugo'), told('2024.01.02', 'hugo')]).toEqual([false, true])
  expect([told('1704190272', 'eleventy'), told('2024.01.02', 'eleventy')]).toEqual([true, false])
})

describe('date-future', () => {
  const now = '2024-06-01T12:00:00Z'
  test.each([
    'date: 2024-06-03',
    'date: 2024-06-02T03:00:00Z',
    'date: 2025-01-01T00:00:00+09:00',
    'date: January 2, 2030',
    "date: '2024/07/01'",
    'date: 2024-06-01T13:00:00Z',
    'date: 2024-06-01T14:30:00+02:00',
  ])('is found in %j', (head) => expect(found(`title: One\n${head}`, { now })).toEqual(['date-future']))
  test.each([
    'date: 2024-06-01',
    'date: 2024-06-02',
    'date: 2024-06-01T11:59:00Z',
    'date: 2024-06-01T21:00:00+10:00',
    'date: 2023-12-31',
    'date: 2030-01-01\ndraft: true',
    'date: 2024-01-01\nexpiryDate: 2030-01-01',
    'date: 2024-01-01\nupdated: 2023-01-01',
  ])('is not found in %j', (head) => expect(found(`title: One\n${head}`, { now })).toEqual([]))
})

describe('date-file-name', () => {
  const inFile = (head: string, id: string) => found(`title: One\n${head}`, { profile: 'jekyll' }, id)
  test.each([
    ['date: 2024-01-03', '2024-01-02-one.md'],
    ['date: 2024-01-02', '2024-01-12-one.md'],
    ["date: '2023/01/02'", '2024-01-02-one.md'],
    ['date: January 3, 2024', '2024-01-02-one.md'],
    ['date: 2024-02-02 10:00:00 +0000', '2024-1-2-one.md'],
  ])('is found in %j of %s', (head, id) => expect(inFile(head, id)).toEqual(['date-file-name']))
  test.each([
    ['date: 2024-01-02', '2024-01-02-one.md'],
    ['date: 2024-01-02 23:59:00 +0900', '2024-01-02-one.md'],
    ['date: 2024-1-2', '2024-01-02-one.md'],
    ['date: January 2, 2024', '2024-1-2-one.md'],
    ["date: '2024/01/02'", '2024-01-02-one.md'],
    ['lastmod: 2024-03-01', '2024-01-02-one.md'],
  ])('is not found in %j of %s', (head, id) => expect(inFile(head, id)).toEqual([]))
})
