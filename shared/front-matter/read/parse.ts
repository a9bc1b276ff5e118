import matter from 'gray-matter'
import { isRecord } from '../../base/is-record'
import { t } from '../../texts/translate'
import { type ReadableHeads, unreadForm } from '../find/forms'
import type { HeadLanguage } from '../find/types'
import { HeadError } from './head-error'
import { limitOf } from './head-limits'
import { readJson } from './json'
import { hasOddBytes, shieldOddBytes, unshieldOddBytes } from './odd-bytes'
import { readSource, sourceOf } from './source'
import { lineAt, type SplitPost, splitPost } from './split'
import { readToml } from './toml'
import { withBuffer } from './with-buffer'
import { readYaml } from './yaml'
import { causeOf } from './yaml-cause'

/** The values of a head by key. Dates are text, as written. */
export type HeadData = Readonly<Record<string, unknown>>

/** The result of parsing a head. A broken head is a normal state; `line` is the 1-based line in the post. */
export type FrontMatter =
  | {
      readonly kind: 'none'
      /** Set if the start of the text may be meant as a head, so that none is added above it. */
      readonly lookalike: string | null
    }
  | { readonly kind: 'parsed'; readonly language: HeadLanguage; readonly data: HeadData }
  | { readonly kind: 'broken'; readonly message: string; readonly line: number }

const neverRun = {
  parse: (): never => {
    throw new HeadError(t('form.neverRun'), 0)
  },
}

// gray-matter includes the line break after the fence, which would shift every line number.
const afterFirstLine = (content: string): string => content.slice(1)

// Always pass options: without them gray-matter caches results, even failed ones. Its script engines are
// overridden under both names, because `language` and `engines: { js: false }` do not stop them.
const options = {
  language: 'yaml',
  engines: {
    yaml: { parse: (content: string) => readYaml(afterFirstLine(content)) as object },
    toml: { parse: (content: string) => readToml(afterFirstLine(content)) },
    json: { parse: (content: string) => readJson(afterFirstLine(content)) as object },
    js: neverRun,
    javascript: neverRun,
  },
}

/**
 * Parses the head of a post. Never throws for any post, runs nothing, and keeps dates as text. If the site's
 * generator is known, a head that it would treat as text counts as broken, with a message.
 */
export const parseFrontMatter = (text: string, of?: SplitPost, readable?: ReadableHeads): FrontMatter => {
  const split = of ?? splitPost(text, readable)
  const problem = split.problem ?? unreadForm(split.form, readable)
  if (problem) return { kind: 'broken', ...problem }
  if (split.language === 'none' || split.language === 'other')
    return { kind: 'none', lookalike: split.lookalike }
  const content = sourceOf(text, split).source
  const limit = limitOf(content)
  if (limit) return { kind: 'broken', message: limit, line: 1 }
  const firstLine = lineAt(text, split.content.from) + 1
  try {
    const data = read(content, split.language)
    if (content.includes('*') && isTooLarge(data))
      return {
        kind: 'broken',
        message: t('form.tooManyAliases'),
        line: 1,
      }
    if (isRecord(data)) return { kind: 'parsed', language: split.language, data }
    const cause = split.language === 'yaml' ? causeOf(content, content.split('\n').length) : null
    return {
      kind: 'broken',
      message: cause?.message ?? t('form.notFields'),
      line: firstLine + (cause?.line ?? 0),
    }
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return { kind: 'broken', message: error.message, line: firstLine + error.line }
  }
}

const read = (content: string, language: HeadLanguage): unknown => {
  if (language === 'meta' || language === 'dotted') return readSource(content, language)
  if (!hasOddBytes(content)) return readWithMatter(content, language)
  return unshieldOddBytes(readWithMatter(shieldOddBytes(content), language))
}

const readWithMatter = (content: string, language: HeadLanguage): unknown => {
  const fence = language === 'toml' ? '+++' : '---'
  const closed = content === '' || content.endsWith('\n') ? content : `${content}\n`
  const head = `${fence}${language}\n${closed}${fence}\n`
  const file = withBuffer(() => matter(head, { ...options, delimiters: fence }))
  if (file.content !== '') throw new HeadError(t('form.unclearEnd'), 0)
  return file.data
}

const maxValues = 100_000

// Aliases share objects: small in memory, but exponential when traversed.
const isTooLarge = (data: unknown): boolean => {
  const sizes = new Map<object, number>()
  const sizeOf = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 1
    const known = sizes.get(value)
    if (known !== undefined) return known
    const size = Object.values(value).reduce<number>((sum, item) => sum + sizeOf(item), 1)
    sizes.set(value, size)
    return size
  }
  return sizeOf(data) > maxValues
}
