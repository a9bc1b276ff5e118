import { t } from '../../texts/translate'
import type { HeadForm, ReadableHeads } from '../find/forms'
import { endOfJsonHead } from '../find/json-end'
import { lookalikeOf } from '../find/lookalike'
import { isSurelyHead } from '../find/meta-fields'
import { findOpenHead, type OpenHead } from '../find/open-heads'
import type { HeadLanguage, HeadProblem, TextRange } from '../find/types'

/** The position of a post's head. Offsets only: nothing is copied. */
export interface SplitPost {
  /** `other` is a head in a language that is not read (`---js`), `none` a post without a head. */
  readonly language: HeadLanguage | 'other' | 'none'
  /** Its form in the file. */
  readonly form: HeadForm
  /** Whether it is JSON without outer braces. */
  readonly bare: boolean
  /** The whole head with delimiters and the following line break; empty if there is none. */
  readonly head: TextRange
  /** The content between the delimiters; for JSON the object itself. */
  readonly content: TextRange
  /** The start of the body; 0 if there is no head. */
  readonly bodyFrom: number
  /** The 0-based first line of the body. */
  readonly bodyLine: number
  /** Set if the head has no end, or is in a language that is not supported. */
  readonly problem: HeadProblem | null
  /**
   * What the start of a text without a head resembles, if it may be meant as one; then none is added above.
   */
  readonly lookalike: string | null
}

const nothing: TextRange = { from: 0, to: 0 }
const withoutHead = (lookalike: string | null, problem: HeadProblem | null = null): SplitPost => ({
  language: 'none',
  form: 'plain',
  bare: false,
  head: nothing,
  content: nothing,
  bodyFrom: 0,
  bodyLine: 0,
  problem,
  lookalike,
})

type FoundHead = Pick<SplitPost, 'language' | 'content' | 'bodyFrom'> &
  Partial<Pick<SplitPost, 'form' | 'bare' | 'problem'>>

const found = (
  text: string,
  { form = 'plain', bare = false, problem = null, ...head }: FoundHead,
): SplitPost => ({
  ...head,
  form,
  bare,
  head: { from: 0, to: head.bodyFrom },
  bodyLine: lineAt(text, head.bodyFrom),
  problem,
  lookalike: null,
})

const keyLine = /^(?:[\w$"'][^\n\r\u2028\u2029:=]*[:=](?:[ \t]|$)|#|$)/m
const surelyKeyLine = /^[\w$"'][^\n\r\u2028\u2029:=]*[:=](?:[ \t]|$)/m
const languages: Readonly<Record<string, HeadLanguage>> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
}

/**
 * Finds the head of a post by its first line: `---` YAML, `+++` TOML, `{` JSON, or a form that only some
 * generators read, as given in `form`. Never throws.
 */
export const splitPost = (text: string, readable?: ReadableHeads): SplitPost => {
  if (text.startsWith('---') && text[3] !== '-') return splitFenced(text, '---')
  if (text.startsWith('+++') && text[3] !== '+') return splitFenced(text, '+++')
  if (text.startsWith('{')) return splitJson(text, 0, 'plain') ?? withoutHead(lookalikeOf(text))
  const open = /^[ \t\n]/.test(text) ? splitAfterBlanks(text) : splitLongFence(text)
  if (open) return open
  const head = findOpenHead(text)
  if (head && readable?.sureLinesOnly && isDoubtful(text, head)) return withoutHead(lookalikeOf(text))
  return head ? found(text, head satisfies OpenHead) : withoutHead(lookalikeOf(text))
}

const isDoubtful = (text: string, { language, content }: OpenHead): boolean =>
  language === 'meta' && !isSurelyHead(text.slice(content.from, content.to))

const splitFenced = (text: string, fence: string): SplitPost => {
  const firstLine = text.indexOf('\n')
  if (firstLine < 0) return withoutHead(null)
  const name = text.slice(3, firstLine).trim().toLowerCase()
  const end = findEnd(text, firstLine, fence)
  if (!end) return unclosed(text, firstLine, name)
  if (fence === '+++' && name !== '') return withoutHead(lookalikeOf(text))
  const language = fence === '+++' ? 'toml' : (languages[name] ?? 'other')
  return found(text, {
    language,
    content: { from: firstLine + 1, to: Math.max(firstLine + 1, end.from) },
    bodyFrom: end.to,
    problem: end.unclear
      ? unclearEnd(text, end, fence)
      : language === 'other'
        ? { message: t('form.otherLanguage', { name }), line: 1 }
        : null,
  })
}

const unclearEnd = (text: string, end: HeadEnd, fence: string): HeadProblem => ({
  message: t('form.unclearFence', { line: lineAt(text, end.from) + 1, fence }),
  line: lineAt(text, end.from) + 1,
})

interface HeadEnd extends TextRange {
  readonly unclear: boolean
}

// gray-matter ends a head at the first line that starts with the fence; the generators require the line to be
// only the fence, or `...` in YAML. If the two disagree, the head is not edited.
const findEnd = (text: string, firstLine: number, fence: string): HeadEnd | null => {
  let unclear: HeadEnd | null = null
  for (let at = firstLine; at >= 0 && at < text.length; at = text.indexOf('\n', at + 1)) {
    const from = at + 1
    const isFence = text.startsWith(fence, from)
    if (!isFence && !(fence === '---' && text.startsWith('...', from))) continue
    const lineEnd = endOfLine(text, from)
    if (text.slice(from + fence.length, lineEnd).trim() === '') {
      const to = Math.min(lineEnd + 1, text.length)
      return unclear ? { ...unclear, to } : { from, to, unclear: false }
    }
    if (isFence) unclear ??= { from, to: Math.min(lineEnd + 1, text.length), unclear: true }
  }
  return unclear
}

const unclosed = (text: string, firstLine: number, name: string): SplitPost => {
  const second = text.slice(firstLine + 1, endOfLine(text, firstLine + 1))
  const meant = (name === '' || name in languages) && keyLine.test(second) && second !== ''
  return withoutHead(
    lookalikeOf(text),
    meant ? { message: t('form.noEnd', { fence: text.slice(0, 3) }), line: 1 } : null,
  )
}

const splitJson = (text: string, from: number, form: HeadForm): SplitPost | null => {
  const end = endOfJsonHead(text, from)
  if (end === null) return null
  const bodyFrom = Math.min(endOfLine(text, end) + 1, text.length)
  return found(text, { language: 'json', form, content: { from, to: end }, bodyFrom })
}

const maxBlanks = 1_000

// Hugo and Zola skip blanks of any kind, Astro skips whole lines, Hexo one empty line. A horizontal rule
// after blank lines is far more common than a head, so a field must follow the fence.
const splitAfterBlanks = (text: string): SplitPost | null => {
  const from = text.slice(0, maxBlanks).search(/[^ \t\n]/)
  if (from < 0) return null
  const isOnOwnLine = text[from - 1] === '\n'
  const form = !isOnOwnLine ? 'after-blanks' : from === 1 ? 'after-blank-line' : 'after-blank-lines'
  if (text[from] === '{') return splitJson(text, from, form)
  const fence = text.slice(from, from + 3)
  if ((fence !== '---' && fence !== '+++') || text[from + 3] === fence[0]) return null
  return splitMarked(text, from, fence, form)
}

const splitLongFence = (text: string): SplitPost | null => {
  const fence = /^(?:-{4,}|;{3,})(?=[ \t]*\n)/.exec(text)?.[0]
  return fence === undefined
    ? null
    : splitMarked(text, 0, fence, fence.startsWith(';') ? 'semicolons' : 'long-fence')
}

const splitMarked = (text: string, start: number, fence: string, form: HeadForm): SplitPost | null => {
  const firstLine = text.indexOf('\n', start)
  if (firstLine < 0) return null
  const name = text
    .slice(start + fence.length, firstLine)
    .trim()
    .toLowerCase()
  const end = findEnd(text, firstLine, fence)
  if (!end || name !== '') return null
  const content = { from: firstLine + 1, to: Math.max(firstLine + 1, end.from) }
  const source = text.slice(content.from, content.to)
  const isJson = fence.startsWith(';')
  if (isJson ? !/^\s*["{]/.test(source) : !surelyKeyLine.test(source)) return null
  return found(text, {
    language: isJson ? 'json' : fence.startsWith('+') ? 'toml' : 'yaml',
    form,
    bare: isJson && !/^\s*\{/.test(source),
    content,
    bodyFrom: end.to,
    problem: end.unclear ? unclearEnd(text, end, fence) : null,
  })
}

const endOfLine = (text: string, at: number): number => {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found
}

/** The 0-based line of an offset. */
export const lineAt = (text: string, offset: number): number => {
  let line = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
