import type { HeadLanguage } from '../find/types'
import { readJson } from './json'
import { readMeta } from './meta'
import { lineAt, type SplitPost } from './split'
import { readToml } from './toml'

/** The content of a head in its language; add `offset` to an offset in it for the offset in the post. */
export interface HeadSource {
  readonly source: string
  readonly offset: number
}

/** The content of a head; outer braces are added to JSON without them. */
export const sourceOf = (text: string, { content, bare }: SplitPost): HeadSource => {
  const source = text.slice(content.from, content.to)
  return bare ? { source: `{${source}}`, offset: content.from - 1 } : { source, offset: content.from }
}

/** The 1-based line in the post for an offset in the source. */
export const lineInPost = (text: string, { offset }: HeadSource, at: number): number =>
  lineAt(text, offset + at) + 1

/** Reads the source of a head that is not YAML. Throws HeadError. */
export const readSource = (source: string, language: Exclude<HeadLanguage, 'yaml'>): unknown => {
  if (language === 'toml') return readToml(source)
  return language === 'json' ? readJson(source) : readMeta(source, language)
}
