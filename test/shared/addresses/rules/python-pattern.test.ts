import { expect, test } from 'vitest'
import { pythonGroups } from '../../../../shared/addresses/rules/python-pattern'

test.each([
  [String.raw`(?P<date>\d{4}-\d{2}-\d{2}).*`, '2024-01-02-first', { date: '2024-01-02' }],
  [
    String.raw`(?P<date>\d{4}-\d{2}-\d{2})_(?P<slug>.*)`,
    '2024-01-02_first',
    { date: '2024-01-02', slug: 'first' },
  ],
  [String.raw`(?P<Date>\d{8})?-?(?P<slug>.+)`, 'first', { slug: 'first' }],
  [String.raw`(?i)(?:blog|news)/(?P<slug>[^/]+)\.md`, 'News/first.md', { slug: 'first' }],
  [
    String.raw`(?P<category>[^/]+)/(?P<year>\d{4})/(?P<slug>[^/]+)/index\.(?:md|rst)`,
    'a/2024/b/index.md',
    { category: 'a', year: '2024', slug: 'b' },
  ],
  [String.raw`(?P<slug>[\w?+*|-]+)\Z`, 'a-b', { slug: 'a-b' }],
])('%s in %s', (pattern, text, groups) => expect(pythonGroups(pattern, text)).toEqual(groups))

test.each([
  ['a repetition of a repetition', '(?P<slug>(a+)+)$'],
  ['alternatives one after the other', `${'(a|a)'.repeat(40)}x`],
  ['optional parts one after the other', `${'(a|b)?'.repeat(30)}${'a'.repeat(30)}x`],
  ['repeated alternatives', '(a|a){60}x'],
  ['optional letters', `${'a?'.repeat(60)}${'a'.repeat(60)}x`],
  ['many repetitions', `${'.*'.repeat(30)}x`],
  ['what only Python has', '(?P<slug>a)(?(slug)b|c)'],
])('%s are not tried', (_name, pattern) => expect(pythonGroups(pattern, 'a'.repeat(140))).toBeNull())
