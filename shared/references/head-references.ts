import { isRecord } from '../base/is-record'
import { codeRanges } from './code-ranges'
import { kindByEnding, type Reference, styleReferences } from './forms/reference'
import { referencesIn } from './references'

/** A front matter value that refers to pages or files, with its path. */
export interface HeadReference {
  readonly path: readonly (string | number)[]
  readonly value: string
  /** The references in it, with offsets in the value. */
  readonly references: readonly Reference[]
}

/** Fields that describe the page itself and are not references. */
const ownFields =
  /^(?:title|linktitle|description|summary|excerpt|info|intro|date|pubdate|lastmod|updated|author|authors|tags?|categor(?:y|ies)|keywords|url|permalink|slug|id|path|aliases?|redirect_(?:from|to)|canonical(?:_?url)?|layout|type|lang|language|locale|template|draft|translationkey|typora-(?:root-url|copy-images-to))$/i

/** Fields whose value is a page, even if it is only a name. */
const pageFields =
  /^(?:related|prev|previous|next|parent|see_?also|linked|featured|series)(?:[_-]?(?:posts?|pages?|articles?|link|url|path|slugs?))?$/i

/** The references in front matter: images, pages, and links in its texts. */
export const headReferences = (
  data: Readonly<Record<string, unknown>>,
  named: Reference['kind'],
): HeadReference[] => {
  const found: HeadReference[] = []
  for (const [key, value] of Object.entries(data))
    if (!ownFields.test(key) || isRecord(value) || isMarkup(key, value))
      for (const text of textsIn(value, [key])) {
        if (
          ownFields.test(key) &&
          !isMarkup(key, value) &&
          text.path.every((step) => typeof step === 'number' || ownFields.test(step))
        )
          continue
        const references = referencesOf(text.value, lastKey(text.path), named)
        if (references.length > 0) found.push({ ...text, references })
      }
  return found
}

/** Texts about the page that themes render as markdown. */
const rendered = /^(?:description|summary|excerpt|info|intro)$/i

const isMarkup = (key: string, value: unknown): boolean =>
  rendered.test(key) && typeof value === 'string' && markup.test(value)

const lastKey = (path: readonly (string | number)[]): string =>
  String(path.findLast((step) => typeof step === 'string') ?? '')

const longest = 20_000
const markup = /\]\(|\{\{|\{%|\[\[|<[a-zA-Z]/

const referencesOf = (value: string, key: string, named: Reference['kind']): readonly Reference[] => {
  if (value.length > longest || value === '') return []
  if (/^\s*url\(/i.test(value)) return styleReferences(value, 0)
  if (markup.test(value)) return referencesIn(value, 0, codeRanges(value, 0))
  if (/[\n]/.test(value) || value !== value.trim()) return []
  const kind = kindOf(value, key, named)
  if (kind === null) return []
  const verbatim = kind === 'link' || kind === 'image' ? {} : ({ verbatim: true } as const)
  return [{ kind, target: value, from: 0, to: value.length, writtenIn: 'text', ...verbatim }]
}

const kindOf = (value: string, key: string, named: Reference['kind']): Reference['kind'] | null => {
  const isPage = pageFields.test(key)
  if (kindByEnding(value) === 'image') return /\s\S*\s/.test(value) && !value.includes('/') ? null : 'image'
  if (/^(?:https?:\/\/|\/|\.\.?\/|@\/)\S*$/.test(value)) return 'link'
  if (/^[^\s:]+\.(?:md|mdx|markdown)(?:[#?].*)?$/i.test(value)) return isPage ? named : 'link'
  if (isPage && !/\s/.test(value)) return named
  return null
}

/** Every text in a value, with its path. */
function* textsIn(
  value: unknown,
  path: readonly (string | number)[],
): Generator<Omit<HeadReference, 'references'>> {
  if (typeof value === 'string') yield { path, value }
  else if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* textsIn(item, [...path, at])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key])
}
