import { t } from '../../texts/translate'
import type { DialectName, MarkdownFeatures } from '../options/features'

/** A kind of tag of a generator, and what its box says. */
export interface TagKind {
  readonly name: DialectName
  readonly label: string
  readonly open: string
  readonly close: string
}

const tagKinds: readonly TagKind[] = [
  { name: 'shortcodes', label: t('preview.shortcode'), open: '{{<', close: '>}}' },
  { name: 'shortcodes', label: t('preview.shortcode'), open: '{{%', close: '%}}' },
  { name: 'templates', label: t('preview.templateTag'), open: '{%', close: '%}' },
  { name: 'templates', label: t('preview.templateComment'), open: '{#', close: '#}' },
  { name: 'templates', label: t('preview.templateValue'), open: '{{', close: '}}' },
]

/** The tags of a site's generator. `{# comments #}` are Nunjucks', which Hexo has; in Liquid they are text. */
export const knownTags = ({ dialects, grammar }: MarkdownFeatures): readonly TagKind[] => {
  const nunjucks = grammar === 'marked' || grammar === 'commonmark'
  return tagKinds.filter(({ name, open }) => dialects.includes(name) && (nunjucks || open !== '{#'))
}

/** Without a limit a page of openings would be searched to its end from each of them. */
export const longestTag = 4000

/** A tag in a text: what stands in it, and where it ends. */
export interface FoundTag {
  readonly kind: TagKind
  readonly inside: string
  readonly end: number
}

/** The tag that begins at an offset. */
export const tagAt = (src: string, at: number, max: number, known: readonly TagKind[]): FoundTag | null => {
  if (src.charCodeAt(at) !== 123) return null
  for (const kind of known) {
    if (!src.startsWith(kind.open, at)) continue
    const end = src.slice(at, Math.min(max, at + longestTag)).indexOf(kind.close, kind.open.length)
    if (end < 0) continue
    return { kind, inside: src.slice(at + kind.open.length, at + end), end: at + end + kind.close.length }
  }
  return null
}

/** The word a tag begins with, without the dashes that trim blanks; `/name` for one that closes a shortcode. */
export const tagName = (inside: string): string =>
  /^[-\s]*(\/?\s*[\w./-]+)/.exec(inside)?.[1]?.replace(/\s/g, '') ?? ''

/** What stands behind the name. */
export const tagWords = (inside: string): string =>
  inside.replace(/^[-\s]*[\w./-]+\s*/, '').replace(/[-\s/]*$/, '')
