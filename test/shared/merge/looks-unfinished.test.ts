import { describe, expect, test } from 'vitest'
import { looksUnfinished } from '../../../shared/merge/looks-unfinished'
import { fc } from '../../support/properties'

const post = `---\ntitle: A post\n---\n\n${Array.from({ length: 60 }, (_, n) => `Line ${n} of the text.`).join('\n')}\n`

describe('a file that may still be written', () => {
  test.each([
    ['is empty', ''],
    ['holds only line breaks', '\n\n'],
    ['has a third of its text', post.slice(0, Math.floor(post.length / 3))],
    ['has a third, cut at a line', post.slice(0, post.indexOf('Line 20'))],
    ['lacks its last lines', post.slice(0, post.indexOf('Line 57'))],
    ['lacks its last line break', post.slice(0, -1)],
    ['lacks its last word', post.slice(0, -7)],
    ['is new, as far as it is written', post.replaceAll('Line', 'Row').slice(0, 400)],
    ['lost its second half and got a word', `${post.slice(0, post.length / 2)}new\n`],
  ])('%s', (_what, now) => {
    expect(looksUnfinished(post, now)).toBe(true)
  })

  test('whatever a whole post is cut to', () => {
    fc.assert(
      fc.property(fc.nat({ max: post.length - 1 }), (length) => looksUnfinished(post, post.slice(0, length))),
    )
  })
})

describe('a file without a line break at its end', () => {
  const words = post.trimEnd()

  test('that may still be written: whatever it is cut to', () => {
    fc.assert(
      fc.property(fc.nat({ max: words.length - 1 }), (length) =>
        looksUnfinished(words, words.slice(0, length)),
      ),
    )
    expect(looksUnfinished('one line of words', 'one line of wo')).toBe(true)
    expect(looksUnfinished(words, words.replace('A post', 'B').slice(0, -9))).toBe(true)
  })

  test.each([
    ['another last word', words.replace(/text\.$/, 'end')],
    ['a title that is shorter', words.replace('A post', 'B')],
    ['less space at its end', words],
    ['a line less in the middle', words.replace('Line 30 of the text.\n', '')],
    ['more at its end', `${words} And more`],
  ])('that is whole: %s', (_what, now) => {
    expect(looksUnfinished(`${words}${now === words ? '  ' : ''}`, now)).toBe(false)
  })
})

describe('a change that is whole', () => {
  test.each([
    ['another title', post.replace('A post', 'B')],
    ['a line less in the middle', post.replace('Line 30 of the text.\n', '')],
    ['a line more at the end', `${post}More.\n`],
    ['another last line', post.replace('Line 59 of the text.', 'The end.')],
    ['nothing', post],
    ['all other line', post.replaceAll('Line', 'Row number')],
  ])('%s', (_what, now) => {
    expect(looksUnfinished(post, now)).toBe(false)
  })

  test('a post that was empty, or had no line break at its end, may get or keep that', () => {
    expect(looksUnfinished('', 'text')).toBe(false)
    expect(looksUnfinished('one\ntwo', 'one\ntwo three')).toBe(false)
  })
})
