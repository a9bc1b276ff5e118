import { describe, expect, test } from 'vitest'
import { compareVersions } from '../../../shared/merge/compare-versions'
import { applyTextChanges } from '../../../shared/text/text-change'
import { fc } from '../../support/properties'

const post = (head: readonly string[], body: string): string => `---\n${head.join('\n')}\n---\n${body}`

describe('compareVersions', () => {
  test('front matter by key, prose by words', () => {
    const earlier = post(['title: Old', 'date: 2020-01-01', 'draft: true'], 'Hello big world.\n\nSame.\n')
    const now = post(['title: New', 'date: 2020-01-01', 'tags: [a]'], 'Hello small world.\n\nSame.\n')
    const { keys, passages } = compareVersions(earlier, now)
    expect(keys.map(({ key, was, is }) => [key, was, is])).toEqual([
      ['title', 'Old', 'New'],
      ['tags', null, '[a]'],
      ['draft', 'true', null],
    ])
    expect(passages).toMatchObject([
      {
        kind: 'changed',
        words: [
          { kind: 'same', text: 'Hello ' },
          { kind: 'removed', text: 'big' },
          { kind: 'added', text: 'small' },
          { kind: 'same', text: ' world.\n' },
        ],
      },
      { kind: 'same', text: '\nSame.\n' },
    ])
  })

  test('each part can be brought back alone', () => {
    const earlier = post(['title: Old', 'draft: true'], 'one\n\ntwo\n')
    const now = post(['title: New'], 'ONE\n\nTWO\n')
    const { keys, passages } = compareVersions(earlier, now)
    const [title, draft] = keys
    const [first] = passages.filter((passage) => passage.kind === 'changed')
    const back = (...changes: ({ restore: { from: number; to: number; insert: string } } | undefined)[]) =>
      applyTextChanges(
        now,
        changes.flatMap((part) => (part ? [part.restore] : [])),
      )
    expect(back(title)).toBe(post(['title: Old'], 'ONE\n\nTWO\n'))
    expect(back(draft)).toBe(post(['title: New', 'draft: true'], 'ONE\n\nTWO\n'))
    expect(back(first)).toBe(post(['title: New'], 'one\n\nTWO\n'))
  })

  test('heads that cannot be read are compared as text', () => {
    const { keys, passages } = compareVersions('---\na: [\n---\nx', '---\na: 1\n---\nx')
    expect(keys).toEqual([])
    expect(passages).toHaveLength(3)
  })

  const text = fc
    .array(fc.constantFrom('a\n', 'b c\n', '\n', 'long line of words\n', 'end'), { maxLength: 10 })
    .map((parts) => parts.join(''))

  test('all parts brought back are the earlier version; the passages are the text', () => {
    fc.assert(
      fc.property(text, text, (earlier, now) => {
        const { passages } = compareVersions(earlier, now)
        const changes = passages.flatMap((passage) => (passage.kind === 'changed' ? [passage.restore] : []))
        expect(applyTextChanges(now, changes)).toBe(earlier)
        const shown = passages.map((passage) =>
          passage.kind === 'same'
            ? passage.text
            : passage.words.map(({ kind, text: part }) => (kind === 'removed' ? '' : part)).join(''),
        )
        expect(shown.join('')).toBe(now)
      }),
    )
  })
})
