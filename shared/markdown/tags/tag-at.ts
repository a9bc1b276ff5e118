import { t } from '../../texts/translate'
import type { DialectName, MarkdownFeatures } from '../options/features'

/** A kind of generator tag, and the label of its box. */
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

/** The tags of a site's generator. `{# … #}` is a comment in Nunjucks (Hexo) and text in Liquid. */
export const knownTags = ({ dialects, grammar }: MarkdownFeatures): readonly TagKind[] => {
  const nunjucks = grammar === 'marked' || grammar === 'commonmark'
  return tagKinds.filter(({ name, open }) => dialects.includes(name) && (nunjucks || open !== '{#'))
}

/** In characters; without a limit, each of many unclosed tags would be searched to the end of the page. */
export const longestTag = 4000

/** A tag in a text: its content, and where it ends. */
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

/** The name of a tag, without the dashes that trim blanks; `/name` for a closing shortcode. */
export const tagName = (inside: string): string =>
  /^[-\s]*(\/?\s*[\w./-]+)/.exec(inside)?.[1]?.replace(/\s/g, '') ?? ''

/** The text after the name. */
export const tagWords = (inside: string): string =>
  inside.replace(/^[-\s]*[\w./-]+\s*/, '').replace(/[-\s/]*$/, '')
