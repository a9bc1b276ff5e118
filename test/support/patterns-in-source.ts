import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tsPlugin } from '@sveltejs/acorn-typescript'
import { Parser } from 'acorn'
import { builtPatternsOf } from './built-patterns'

/** A regular expression as it is written in the source. */
export interface WrittenPattern {
  readonly file: string
  readonly line: number
  readonly pattern: RegExp
}

const parser = Parser.extend(tsPlugin())

/** Every regular expression in the TypeScript files of a folder tree: literals and `RegExp` calls. */
export const patternsBelow = (root: string, folder: string): readonly WrittenPattern[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .flatMap((name) => {
      const [path, file] = [join(root, folder, name), `${folder}/${name.replaceAll('\\', '/')}`]
      return [...patternsOf(path, file), ...builtPatternsOf(path, file)]
    })

const patternsOf = (path: string, file: string): readonly WrittenPattern[] => {
  const found: WrittenPattern[] = []
  const onToken = (token: {
    type: { label: string }
    value?: unknown
    loc?: { start: { line: number } } | null
  }) => {
    if (token.type.label !== 'regexp') return
    const { pattern, flags } = token.value as { pattern: string; flags: string }
    found.push({ file, line: token.loc?.start.line ?? 0, pattern: new RegExp(pattern, flags) })
  }
  parser.parse(readFileSync(path, 'utf8'), {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
    onToken,
  })
  return found
}

/** One character of each kind that occurs in blog posts. */
const alphabet = [...' \t\n\r\0aZ0_é…\u{1f600}<>[](){}`*~#+-=.,:;!?/\\|"\'&%$@^']

/** A text of any length: a start, a repeated unit, and an end that matches nothing. */
export interface LongText {
  readonly start: string
  readonly unit: string
  readonly end: string
}

/** The text with about `length` characters. */
export const textOf = ({ start, unit, end }: LongText, length: number): string =>
  start + unit.repeat(length / unit.length) + end

const isLong = process.env.POSTWRIGHT_LONG === '1'
const maxMembers = isLong ? 14 : 7
const maxStarts = isLong ? 40 : 9

/** Texts on which a pattern may be slow, built from the pattern's own parts. */
export const longTextsFor = ({ source, flags }: RegExp): readonly LongText[] => {
  const members = atomsOf(source).map((atom) => membersOf(atom, flags))
  const repeated = [...new Set(members.flatMap((some) => some.slice(0, 3)))].slice(0, maxMembers)
  const starts = [...new Set(members.map((_, at) => sampleOf(members.slice(0, at))))].slice(0, maxStarts)
  const pieces = piecesOf(source).map((piece) =>
    sampleOf(atomsOf(piece).map((atom) => membersOf(atom, flags))),
  )
  const texts: LongText[] = []
  for (const start of starts) {
    for (const unit of repeated)
      texts.push({ start, unit, end: '\u0001' }, { start: '', unit: start + unit, end: '\u0001' })
    // If a piece can match in two ways, each repetition doubles the time once the rest does not match.
    for (const unit of pieces) if (unit.length > 1) texts.push({ start, unit, end: ' \u0001' })
    if (start !== '') for (const end of ['\u0001', '\n']) texts.push({ start: '', unit: start, end })
  }
  for (const one of [...repeated, ...pieces])
    for (const other of ['', ...repeated])
      if (one !== other && one !== '') texts.push({ start: '', unit: one + other, end: '\u0001' })
  return texts
}

const sampleOf = (members: readonly (readonly string[])[]): string =>
  members.map(([one = '']) => one).join('')

/** The whole pattern, and the pieces between its parentheses and bars. */
const piecesOf = (source: string): readonly string[] => [
  source,
  ...source.split(/(?<!\\)[()|](?![^[]*\])/).filter((piece) => piece.length > 1),
]

/** The parts of a pattern that match one character each, in their order. */
const atomsOf = (source: string): readonly string[] =>
  (
    source.match(
      /\\[pP]\{[^}]*\}|\\u\{?[\dA-Fa-f]+\}?|\\x[\dA-Fa-f]{2}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!:]|\(\?<\w+>|\{\d+,?\d*\}|[^()|?*+^$]/gsu,
    ) ?? []
  )
    .filter((atom) => !/^(?:\(\?|\{\d|\\[bBkdDsSwW]?$|\\[bBk1-9])/.test(atom) || /^\\[dDsSwW]$/.test(atom))
    .slice(0, 40)

const membersOf = (atom: string, flags: string): readonly string[] => {
  try {
    const pattern = new RegExp(`^(?:${atom})$`, flags.replace(/[gy]/g, ''))
    const members = alphabet.filter((char) => pattern.test(char))
    const literal = /^\\?(.)$/su.exec(atom)?.[1]
    return members.length > 12
      ? members.slice(0, 12)
      : members.length > 0
        ? members
        : literal
          ? [literal]
          : []
  } catch {
    return [] // not valid as a pattern by itself
  }
}
