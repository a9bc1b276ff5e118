import { describe, expect, test } from 'vitest'
import { hunksBetween, lineChanges, linesOf } from '../../../shared/merge/line-diff'
import { mergePost, mergeVersions } from '../../../shared/merge/merge-post'
import { decodePost, encodePost } from '../../../shared/posts/text-format'
import { applyTextChanges } from '../../../shared/text/text-change'
import { fc } from '../../support/properties'

const post = (head: readonly string[], body: readonly string[], fence = '---'): string =>
  `${[fence, ...head, fence, '', ...body].join('\n')}\n`

const line = fc.constantFrom('', 'one', 'two', 'three', '- x', '# h', '---', 'title: y', '  indented')
const anyText = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('', '\n'))
  .map(([lines, end]) => lines.join('\n') + end)
const value = fc.constantFrom(
  '1',
  '"x"',
  "'y: z'",
  '[a, b]',
  'true',
  '>-\n  folded\n\n  text',
  '\n  - a\n- b',
)
const entry = fc
  .tuple(fc.constantFrom('title', 'date', 'tags', '"odd key"'), value)
  .map(([key, v]) => `${key}: ${v}`)
const anyPost = fc
  .tuple(
    fc.uniqueArray(entry, { selector: (text) => text.split(':')[0], maxLength: 4 }),
    fc.array(line, { maxLength: 8 }),
  )
  .map(([head, body]) => post(head, body))
const version = fc.oneof(anyText, anyPost)

/** Edits of a base: lines removed, inserted and changed; each new line is unique. */
const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('insert', 'change', 'delete')), { maxLength: 5 })
const edited = (base: string, list: readonly (readonly [number, string])[], side: string): string => {
  const lines = linesOf(base)
  list.forEach(([at, what], index) => {
    const place = at % (lines.length + 1)
    const own = `${side} ${index}: words\n`
    lines.splice(place, what === 'insert' ? 0 : 1, ...(what === 'delete' ? [] : [own]))
  })
  return lines.join('')
}

describe('the laws of merging', () => {
  test('equal sides: nothing changes', () => {
    fc.assert(
      fc.property(version, version, (base, side) => {
        expect(mergePost(base, side, side)).toEqual({ text: side, conflicts: [] })
      }),
    )
  })

  test('an unchanged side gives the other', () => {
    fc.assert(
      fc.property(version, version, (base, side) => {
        expect(mergePost(base, base, side)).toEqual({ text: side, conflicts: [] })
        expect(mergePost(base, side, base)).toEqual({ text: side, conflicts: [] })
      }),
    )
  })

  test('no line that a side wrote is lost without being in a conflict', () => {
    fc.assert(
      fc.property(version, edits, edits, (base, left, right) => {
        const [mine, theirs] = [edited(base, left, 'mine'), edited(base, right, 'theirs')]
        const { text, conflicts } = mergePost(base, mine, theirs)
        const there = text + conflicts.map((conflict) => conflict.mine + conflict.theirs).join('')
        for (const written of linesOf(mine + theirs))
          if (/^(mine|theirs) \d/.test(written)) expect(there).toContain(written)
      }),
      { numRuns: 1000 },
    )
  })

  test('a line both sides left alone stays, and a conflict shows where the own side stands', () => {
    fc.assert(
      fc.property(edits, edits, (left, right) => {
        const base = Array.from({ length: 10 }, (_, index) => `line ${index}\n`).join('')
        const [mine, theirs] = [edited(base, left, 'mine'), edited(base, right, 'theirs')]
        const { text, conflicts } = mergePost(base, mine, theirs)
        for (const kept of linesOf(base))
          if (mine.includes(kept) && theirs.includes(kept)) expect(text).toContain(kept)
        for (const conflict of conflicts) expect(text.slice(conflict.from, conflict.to)).toBe(conflict.mine)
      }),
    )
  })

  const keysInAnotherOrder: [string, [number, 'insert' | 'delete' | 'change'][], [number, 'delete'][]] = [
    '---\ntags: >-\n  folded\n\n  text\ntitle: 1\n"odd key": 1\n---\n\n\n\n\n\n',
    [
      [962557502, 'delete'],
      [7516813, 'insert'],
      [264899713, 'change'],
    ],
    [
      [299206588, 'delete'],
      [1419300198, 'delete'],
    ],
  ]

  test('the sides can be exchanged: the same is settled, the same is in conflict', () => {
    fc.assert(
      fc.property(version, edits, edits, (base, left, right) => {
        const [mine, theirs] = [edited(base, left, 'mine'), edited(base, right, 'theirs')]
        const [one, other] = [mergePost(base, mine, theirs), mergePost(base, theirs, mine)]
        // Keys keep our order, so the same conflicts may come in another order.
        expect(other.conflicts.map(({ mine: m, theirs: t }) => JSON.stringify([t, m])).sort()).toEqual(
          one.conflicts.map(({ mine: m, theirs: t }) => JSON.stringify([m, t])).sort(),
        )
        if (one.conflicts.length === 0) expect(linesOf(other.text).sort()).toEqual(linesOf(one.text).sort())
      }),
      { examples: [keysInAnotherOrder] },
    )
  })
})

describe('a diff by lines', () => {
  test('its changes make the new text of the old one', () => {
    fc.assert(
      fc.property(version, version, (old, now) => {
        expect(applyTextChanges(old, lineChanges(old, now))).toBe(now)
      }),
    )
  })

  test('texts with nothing in common make one hunk, quickly', () => {
    const [old, now] = ['a', 'b'].map((letter) =>
      Array.from({ length: 30_000 }, (_, index) => `${letter}${index}`),
    )
    expect(hunksBetween(old ?? [], now ?? [])).toEqual([{ from: 0, to: 30_000, newFrom: 0, newTo: 30_000 }])
  })
})

describe('front matter', () => {
  const base = post(['title: Old', '# when', 'date: 2020-01-01', 'tags: [a]'], ['text'])

  test('neighbouring keys merge, each with its comment and spelling', () => {
    const mine = post(["title: 'Mine'", '# when', 'date: 2020-01-01', 'tags: [a]'], ['text'])
    const theirs = post(
      ['title: Old', '# when exactly', 'date: 2021-02-02', 'tags:', '  - a', '  - b'],
      ['text'],
    )
    expect(mergePost(base, mine, theirs)).toEqual({
      text: post(
        ["title: 'Mine'", '# when exactly', 'date: 2021-02-02', 'tags:', '  - a', '  - b'],
        ['text'],
      ),
      conflicts: [],
    })
  })

  test('a key changed by both is a conflict that names it', () => {
    const merged = mergePost(base, base.replace('Old', 'Mine'), base.replace('Old', 'Theirs'))
    expect(merged.text).toBe(base.replace('Old', 'Mine'))
    expect(merged.conflicts).toMatchObject([
      { where: 'head', key: 'title', mine: 'title: Mine\n', theirs: 'title: Theirs\n', base: 'title: Old\n' },
    ])
  })

  test('keys added at the same place by both are no conflict', () => {
    const mine = base.replace('tags: [a]', 'tags: [a]\ndraft: true')
    const theirs = base.replace('tags: [a]', 'tags: [a]\nimage: x.png')
    expect(mergePost(base, mine, theirs)).toEqual({
      text: base.replace('tags: [a]', 'tags: [a]\nimage: x.png\ndraft: true'),
      conflicts: [],
    })
  })

  test('a key removed by one and changed by the other is a conflict', () => {
    const merged = mergePost(base, base.replace('tags: [a]\n', ''), base.replace('[a]', '[b]'))
    expect(merged.conflicts).toMatchObject([{ key: 'tags', mine: '', theirs: 'tags: [b]\n' }])
  })

  test('TOML merges by key and by table', () => {
    const toml = (title: string, image: string) =>
      post([`title = "${title}"`, 'date = 2020-01-01', '[cover]', `image = "${image}"`], ['x'], '+++')
    expect(mergePost(toml('a', '1'), toml('b', '1'), toml('a', '2'))).toEqual({
      text: toml('b', '2'),
      conflicts: [],
    })
  })

  test('JSON and duplicate keys merge by line', () => {
    const json = (title: string, draft: boolean) =>
      `{\n  "title": "${title}",\n  "x": 1,\n  "draft": ${draft}\n}\nbody\n`
    expect(mergePost(json('a', true), json('b', true), json('a', false)).text).toBe(json('b', false))
    const twice = (a: string, b: string) => post([`k: ${a}`, 'x: 0', `k: ${b}`], [])
    expect(mergePost(twice('1', '1'), twice('2', '1'), twice('1', '2')).text).toBe(twice('2', '2'))
  })

  test('a line of a text that looks like a key never breaks the head', () => {
    const quoted = (a: string, b: string) => post([`summary: "one ${a}`, `two: three ${b}"`, 'z: 1'], [])
    const merged = mergePost(quoted('', ''), quoted('mine', ''), quoted('', 'theirs'))
    expect(merged.text).toBe(merged.conflicts.length > 0 ? quoted('mine', '') : quoted('mine', 'theirs'))
  })
})

describe('the body', () => {
  const text = (...paragraphs: string[]): string => post(['title: x'], [paragraphs.join('\n\n')])

  test('paragraphs changed apart merge without a question', () => {
    expect(mergePost(text('a', 'b', 'c'), text('A', 'b', 'c'), text('a', 'b', 'C', 'd'))).toEqual({
      text: text('A', 'b', 'C', 'd'),
      conflicts: [],
    })
  })

  test('one paragraph changed by both is a conflict, the rest merges', () => {
    const merged = mergePost(text('a', 'b', 'c'), text('mine', 'b', 'c'), text('theirs', 'b', 'C'))
    expect(merged.text).toBe(text('mine', 'b', 'C'))
    expect(merged.conflicts).toMatchObject([
      { where: 'body', mine: 'mine\n', theirs: 'theirs\n', base: 'a\n' },
    ])
  })
})

describe('mergeVersions', () => {
  const read = (raw: string) => decodePost(new TextEncoder().encode(raw))
  const merge = (base: string, mine: string, theirs: string): string => {
    const { text, format } = mergeVersions(read(base), read(mine), read(theirs))
    return Buffer.from(encodePost(text, format)).toString()
  }

  test('mixed line ends stay where they were', () => {
    expect(merge('a\r\nb\nc\n\r\n', 'a\r\nb\nc\n\r\nmine', 'theirs\na\r\nb\nc\n\r\n')).toBe(
      'theirs\na\r\nb\nc\n\r\nmine',
    )
  })

  test('a conversion by one side is kept, with the edits of the other', () => {
    expect(merge('a\nb\nc\n', 'a\nb\nmine\n', 'a\r\nb\r\nc\r\n')).toBe('a\r\nb\r\nmine\r\n')
    expect(merge('a\nb\nc\n', 'a\r\nb\r\nc\r\n', 'theirs\nb\nc\n')).toBe('theirs\r\nb\r\nc\r\n')
    expect(merge('a\n', '\ufeffa\n', 'a\nb\n')).toBe('\ufeffa\nb\n')
  })
})
