import { type FoundTag, longestTag, type TagKind, tagAt, tagName, tagWords } from './tag-at'

/** How the content of a paired tag is treated: hidden, as code, as written, or put into a template. */
type PairedKind = 'comment' | 'code' | 'raw' | 'template'

export interface PairedTag {
  readonly kind: PairedKind
  /** For code only. */
  readonly language: string
  readonly from: number
  readonly to: number
  readonly end: number
}

const kinds: Readonly<Record<string, Readonly<Record<string, PairedKind>>>> = {
  templates: {
    raw: 'raw',
    verbatim: 'raw',
    comment: 'comment',
    highlight: 'code',
    codeblock: 'code',
    code: 'code',
  },
  shortcodes: { highlight: 'code', comment: 'comment' },
}

/** Whether a tag may be paired; saves most tags the search for a closing tag. */
const mayBePaired = (inside: string): boolean =>
  /^[-\s]*(?:raw|verbatim|comment|highlight|codeblock|code)\b/.test(inside)

export interface PairReading {
  /** A tag without a closing tag extends to the end. */
  readonly open: boolean
  readonly skip: (name: string) => boolean
  /** Names of tags whose template uses their content. */
  readonly templates: ReadonlySet<string>
}

/**
 * The pair that begins at an offset, with its closing tag anywhere before `max`. Null for other tags; an
 * unclosed one ends at `max` if `open` allows it, as an open fence does.
 */
export const pairAt = (
  src: string,
  at: number,
  max: number,
  known: readonly TagKind[],
  { open, skip, templates }: PairReading,
): PairedTag | null => {
  const first = tagAt(src, at, max, known)
  if (!first) return null
  const name = tagName(first.inside)
  const isTemplate = templates.has(name) && !/\/\s*$/.test(first.inside)
  if (!isTemplate && !mayBePaired(first.inside)) return null
  const kind = isTemplate ? 'template' : kinds[first.kind.name]?.[name]
  if (kind === undefined || skip(name)) return null
  const words = tagWords(first.inside)
  const language = kind === 'code' ? (/^["']?(?:lang:)?([\w+#.-]+)/.exec(words)?.[1] ?? '') : ''
  const closing = closingTag(src.slice(0, max), first, name, kind === 'template')
  if (!closing && !open) return null
  return { kind, language, from: first.end, to: closing?.index ?? max, end: closing?.end ?? max }
}

/** The closing tag; with `nests`, pairs of the same name may be nested inside. */
const closingTag = (src: string, { kind, end }: FoundTag, written: string, nests: boolean) => {
  const name = written.replace(/[.\\/]/g, '\\$&')
  const tag =
    kind.name === 'templates'
      ? new RegExp(`\\{%-?\\s*(end|)${name}(?![\\w./]|-\\w)([^%]{0,${longestTag}})%\\}`, 'g')
      : new RegExp(
          `\\{\\{[<%]\\s{0,20}(/?)\\s{0,20}${name}(?![\\w./]|-\\w)((?:(?!\\{\\{[<%])[\\s\\S]){0,${longestTag}}?)[>%]\\}\\}`,
          'g',
        )
  tag.lastIndex = end
  let depth = 1
  for (let found = tag.exec(src); found; found = tag.exec(src)) {
    const [, closes, words = ''] = found
    if (closes) depth--
    else if (nests && !/\/\s*$/.test(words)) depth++
    if (depth === 0) return { index: found.index, end: tag.lastIndex }
  }
  return null
}
