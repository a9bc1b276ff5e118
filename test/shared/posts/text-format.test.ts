import { describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/app-error'
import { changeFormat, decodePost, encodePost } from '../../../shared/posts/text-format'
import { applyTextChanges, type TextChange } from '../../../shared/text/text-change'
import { fc } from '../../support/properties'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0))

const refusal = (bytes: Uint8Array): AppError | null => {
  try {
    decodePost(bytes)
    return null
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** Bytes as they occur in files: text, mixed line ends, byte-order marks, incomplete characters, stray bytes. */
const wildBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', '\ufeff', 'é', '🎉', '---', 'title: x', ' ').map(bytesOf),
      fc.string({ unit: 'binary' }).map(bytesOf),
      fc.uint8Array({ min: 0x80, max: 0xff, maxLength: 4 }),
      fc
        .constantFrom([0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf0, 0x9f, 0x8e], [0xef, 0xbb, 0xbf])
        .map((list) => Uint8Array.from(list)),
    ),
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])))

const lineEnds = fc
  .array(fc.constantFrom('\n', '\r\n', '\r', 'a', 'b c', ''), { maxLength: 20 })
  .map((parts) => parts.join(''))

describe('decodePost and encodePost', () => {
  test('give back every byte of every file that is not refused', () => {
    fc.assert(
      fc.property(fc.oneof(wildBytes, fc.uint8Array({ maxLength: 64 })), (bytes) => {
        if (refusal(bytes)) return
        const { text, format } = decodePost(bytes)
        expect(encodePost(text, format)).toEqual(bytes)
      }),
      { numRuns: 2000 },
    )
  })

  test('refuse only what has many control characters, NUL among other bytes, or is UTF-16', () => {
    fc.assert(
      fc.property(wildBytes, (bytes) => {
        if (bytes.some((byte) => byte < 8) || bytes[0] === 0xff || bytes[0] === 0xfe) return
        const controls = bytes.filter((byte) => byte < 0x20 && !(byte >= 8 && byte <= 13) && byte !== 0x1b)
        if (controls.length * 10 > bytes.length) return
        expect(refusal(bytes)).toBeNull()
      }),
    )
  })

  test.each([
    ['plain', 'a\nb\n', { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' }],
    ['CRLF', 'a\r\nb', { bom: false, eol: '\r\n', terminators: null, encoding: 'utf-8' }],
    ['CR', 'a\rb\r', { bom: false, eol: '\r', terminators: null, encoding: 'utf-8' }],
    ['mark', '\ufeffa', { bom: true, eol: '\n', terminators: null, encoding: 'utf-8' }],
    ['mixed', 'a\r\nb\nc\r\n', { bom: false, eol: '\r\n', terminators: 'bnb', encoding: 'utf-8' }],
    ['empty', '', { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' }],
  ])('%s', (_name, raw, format) => {
    expect(decodePost(bytesOf(raw)).format).toEqual(format)
  })

  test('a second mark stays in the text', () => {
    expect(decodePost(bytesOf('\ufeff\ufeffa'))).toMatchObject({ text: '\ufeffa', format: { bom: true } })
  })

  test('Latin-1 travels as lone surrogates and can be edited around', () => {
    const { text, format } = decodePost(latin1('caf\xe9 cr\xe8me'))
    expect(text).toBe('caf\udce9 cr\udce8me')
    expect(format.encoding).toBe('bytes')
    expect(encodePost(text.replace('cr', 'cR €'), format)).toEqual(
      Uint8Array.from([...latin1('caf\xe9 cR '), ...bytesOf('€'), ...latin1('\xe8me')]),
    )
  })

  test.each([
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, 0x61, 0]), /UTF-16/],
    ['UTF-16 without one', Uint8Array.from([0x61, 0, 0x62, 0, 0x63, 0]), /UTF-16/],
    ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /binary/],
    ['a file of zeros', new Uint8Array(4096), /binary/],
  ])('refuses %s', (_name, bytes, message) => {
    expect(refusal(bytes)).toMatchObject({ kind: 'not-text', message: expect.stringMatching(message) })
  })

  test('a stray NUL in a long text opens', () => {
    const bytes = bytesOf(`${'words and words. '.repeat(20)}\0`)
    const { text, format } = decodePost(bytes)
    expect(encodePost(text, format)).toEqual(bytes)
  })

  test('a character cut by the end of the sample is no reason to refuse', () => {
    const bytes = bytesOf(`\0${'a'.repeat(8190)}é and more`)
    expect(refusal(bytes)).toBeNull()
  })
})

describe('changeFormat', () => {
  const change = (raw: string, from: number, to: number, insert: string): Uint8Array => {
    const { text, format } = decodePost(bytesOf(raw))
    const changes: TextChange[] = [{ from, to, insert }]
    return encodePost(applyTextChanges(text, changes), changeFormat(text, format, changes))
  }

  test('a new line takes the ending of the line it splits, at the end that of the line above', () => {
    expect(change('a\r\nb\nc', 3, 3, '\nnew')).toEqual(bytesOf('a\r\nb\nnew\nc'))
    expect(change('a\r\nb\nc', 1, 1, '\nnew')).toEqual(bytesOf('a\r\nnew\r\nb\nc'))
    expect(change('a\nb\r\nc', 5, 5, '\nnew')).toEqual(bytesOf('a\nb\r\nc\r\nnew'))
  })

  test('deleting a line takes its ending along and no other', () => {
    expect(change('a\nb\r\nc\nd', 2, 4, '')).toEqual(bytesOf('a\nc\nd'))
  })

  test('a lone CR and a lone LF never melt into one line break', () => {
    const bytes = change('a\rb\nc\r\n', 2, 3, '')
    expect(decodePost(bytes).text).toBe('a\n\nc\n')
  })

  test('any edit: the text comes back, and lines before and after keep their bytes', () => {
    fc.assert(
      fc.property(
        lineEnds,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', 'x', '\n', 'x\ny', '\n\n'),
        (raw, a, b, insert) => {
          const { text, format } = decodePost(bytesOf(raw))
          const from = Math.min(a % (text.length + 1), b % (text.length + 1))
          const to = Math.max(a % (text.length + 1), b % (text.length + 1))
          const changes = [{ from, to, insert }]
          const after = applyTextChanges(text, changes)
          const next = changeFormat(text, format, changes)
          expect(decodePost(encodePost(after, next)).text).toBe(after)
          const letters = (value: typeof format, count: number) =>
            value.terminators ?? (value.eol === '\n' ? 'n' : value.eol === '\r' ? 'r' : 'b').repeat(count)
          const breaks = (value: string) => value.split('\n').length - 1
          const before = breaks(text.slice(0, from))
          const behind = breaks(text.slice(to))
          const oldLetters = letters(format, breaks(text))
          const newLetters = letters(next, breaks(after))
          expect(newLetters.length).toBe(breaks(after))
          expect(newLetters.slice(0, before)).toBe(oldLetters.slice(0, before))
          expect(newLetters.slice(newLetters.length - behind)).toBe(
            oldLetters.slice(oldLetters.length - behind),
          )
        },
      ),
    )
  })

  test('several changes at once are those of one transaction', () => {
    const { text, format } = decodePost(bytesOf('a\r\nb\nc\r\nd\n'))
    const changes = [
      { from: 1, to: 2, insert: '' },
      { from: 5, to: 5, insert: '1\n2' },
    ]
    expect(encodePost(applyTextChanges(text, changes), changeFormat(text, format, changes))).toEqual(
      bytesOf('ab\nc1\r\n2\r\nd\n'),
    )
  })

  test('a uniform file stays uniform', () => {
    const { text, format } = decodePost(bytesOf('a\r\nb'))
    expect(changeFormat(text, format, [{ from: 0, to: 0, insert: '\n\n' }])).toBe(format)
  })
})
