import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { t } from '../../texts/translate'
import { tagName, tagWords } from './tag-at'

const tag = /^\{\{[<%]([\s\S]*)[>%]\}\}$|^\{%-?([\s\S]*)%\}$/
const parameter =
  /([\w-]+)\s*=\s*(?:"([^"]*)"|`([^`]*)`|'([^']*)'|(\S+))|"([^"]*)"|`([^`]*)`|'([^']*)'|([^\s=]+)/g

interface Parameters {
  readonly named: ReadonlyMap<string, string>
  readonly listed: readonly string[]
}

const parametersOf = (words: string): Parameters => {
  const named = new Map<string, string>()
  const listed: string[] = []
  for (const [, name, a, b, c, d, ...bare] of words.matchAll(parameter)) {
    if (name !== undefined) named.set(name, a ?? b ?? c ?? d ?? '')
    else listed.push(bare.find((one) => one !== undefined) ?? '')
  }
  return { named, listed }
}

const stills: Readonly<Record<string, string>> = {
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  gist: 'Gist',
  tweet: t('preview.postOnX'),
  x: t('preview.postOnX'),
  instagram: 'Instagram',
  youku: 'Youku',
  bilibili: 'Bilibili',
}
/** A link of Hexo to a post by its name. */
export interface LinkedPost {
  /** The words of the link: those it is given, else the name of the post, for which its title is to stand. */
  readonly title: string
  /** The post's title is what the site shows. */
  readonly isNamed: boolean
  /** The tag that writes the address of the post. */
  readonly address: string
}

/** The class of a link whose words are the name of a post, not its title. */
export const namedPostClass = 'named-post'

/** What a tag of Hexo links to; null for other tags. */
export const linkedPost = (source: string): LinkedPost | null => {
  const inside = /^\{%-?\s*post_link\s([\s\S]*?)-?%\}$/.exec(source.trim())?.[1]
  const words = Array.from(
    inside?.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g) ?? [],
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )
  const [post, ...rest] = words
  if (post === undefined) return null
  if (/^(?:true|false)$/.test(rest.at(-1) ?? '')) rest.pop() // whether the title is escaped; here it always is
  const isNamed = rest.length === 0
  const title = isNamed ? post.split('#', 1).join('') : rest.join(' ')
  return { title, isNamed, address: `{% post_path ${post} %}` }
}

const pictures = new Set(['figure', 'img', 'image', 'asset_img', 'picture'])

/** A tag's name and what it is given; null for what is no tag. */
export const readTag = (source: string): ({ readonly name: string } & Parameters) | null => {
  const found = tag.exec(source.trim())
  const inside = found?.[1] ?? found?.[2]
  return inside === undefined ? null : { name: tagName(inside), ...parametersOf(tagWords(inside)) }
}

interface ShownBy {
  readonly draw: (image: Token) => string
  /** Markdown of one line, as HTML that holds none of its author's. */
  readonly words: (text: string) => string
  readonly figureIncludes: readonly string[]
}

/** The names under which includes take the address of their picture. */
const pictureParameter = /\s(?:image_path|src|path|url|file|image|img)\s*=\s*(?:"([^"{}]+)"|'([^'{}]+)')/

// What is not quoted is a variable of the site, and only the site knows its value.
const includedPicture = (source: string): string | null => {
  const found = pictureParameter.exec(source)
  return found?.[1] ?? found?.[2] ?? null
}

/** Whether a tag shows something of itself, where others stand in a box. */
export const isShown = (source: string, figureIncludes: readonly string[]): boolean => {
  const read = readTag(source)
  if (!read) return false
  const isFigure = read.name.startsWith('include') && figureIncludes.includes(read.listed[0] ?? '')
  return isFigure || pictures.has(read.name) || Object.hasOwn(stills, read.name)
}

/** What a known shortcode or tag shows of itself, as safe HTML in a box; null for those only the site knows. */
export const shownShortcode = (
  md: MarkdownIt,
  source: string,
  { draw, words, figureIncludes }: ShownBy,
): string | null => {
  const read = readTag(source)
  if (!read) return null
  const { name, named, listed } = read
  const { escapeHtml } = md.utils
  if (Object.hasOwn(stills, name)) {
    const id = named.get('id') ?? listed.join(' ')
    return `<div class="dialect dialect-still"><span class="dialect-label">${stills[name]}</span> <bdi>${escapeHtml(id)}</bdi></div>`
  }
  const isInclude = name.startsWith('include') && figureIncludes.includes(listed[0] ?? '')
  if (!isInclude && !pictures.has(name)) return null
  const src = isInclude
    ? includedPicture(source)
    : (named.get('src') ?? listed.find((one) => /\.\w{2,5}$/.test(one)) ?? null)
  if (src === null) return null
  const image = pictureOf(md, src, named.get('alt') ?? (isInclude ? '' : (named.get('caption') ?? '')))
  const title = isInclude ? undefined : named.get('title')
  const caption = [title && escapeHtml(title), named.get('caption') && words(named.get('caption') ?? '')]
    .filter(Boolean)
    .join(': ')
  const below = caption === '' ? '' : `<figcaption dir="auto">${caption}</figcaption>`
  return `<div class="dialect dialect-shown"><figure>${draw(image)}${below}</figure></div>`
}

const pictureOf = (md: MarkdownIt, src: string, alt: string): Token => {
  const { Token } = new md.core.State('', md, {})
  const image = new Token('image', 'img', 0)
  const text = new Token('text', '', 0)
  text.content = alt
  image.content = alt
  image.attrs = [
    ['src', src],
    ['alt', ''],
  ]
  image.children = [text]
  return image
}
