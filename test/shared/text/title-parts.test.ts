import { expect, test } from 'vitest'
import { titleParts, titleText } from '../../../shared/text/title-parts'

test.each([
  ['Use `git log` well', ['Use ', { tag: 'code', parts: ['git log'] }, ' well']],
  ['`` a`b ``', [{ tag: 'code', parts: ['a`b'] }]],
  [
    'A **big** *small* ~~old~~ day',
    [
      'A ',
      { tag: 'strong', parts: ['big'] },
      ' ',
      { tag: 'em', parts: ['small'] },
      ' ',
      { tag: 'del', parts: ['old'] },
      ' day',
    ],
  ],
  ['**a *b* c**', [{ tag: 'strong', parts: ['a ', { tag: 'em', parts: ['b'] }, ' c'] }]],
  [
    'On [the `x` page](https://a.example/b_(c) "T") now',
    ['On ', 'the ', { tag: 'code', parts: ['x'] }, ' page', ' now'],
  ],
  ['_One_ and __two__', [{ tag: 'em', parts: ['One'] }, ' and ', { tag: 'strong', parts: ['two'] }]],
  ['\\*as\\* written', ['*', 'as', '*', ' written']],
])('%s', (title, parts) => {
  expect(titleParts(title)).toEqual(parts)
})

test.each([
  'snake_case_name and __init__x',
  '2 * 3 * 4',
  'A lone ` and a lone *',
  'C:\\dir',
  'a ** b **',
  '[not a link]',
  '<b>HTML</b> & more',
  'Привет_мир_снова',
  `${'*a '.repeat(200)}`,
])('%s is as it is written', (title) => {
  expect(titleText(titleParts(title))).toBe(title)
  expect(titleParts(title).every((part) => typeof part === 'string')).toBe(true)
})

test('the text of a title has no marks', () => {
  expect(titleText(titleParts('**Use** `git` in [Vim](https://vim.org)'))).toBe('Use git in Vim')
})
