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
/** A Hexo link to a post by its name. */
export interface LinkedPost {
  /** The text of the link: as given in the tag, else the name of the post in place of its title. */
  readonly title: string
  /** No text is given: the site shows the title of the post. */
  readonly isNamed: boolean
  /** The tag that writes the address of the post. */
  readonly address: string
}

/** The class of a link whose text is the name of a post, not its title. */
export const namedPostClass = 'named-post'

/** The post that a Hexo tag links to; null for other tags. */
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

/** A tag's name and parameters; null if `source` is not a tag. */
export const readTag = (source: string): ({ readonly name: string } & Parameters) | null => {
  const found = tag.exec(source.trim())
  const inside = found?.[1] ?? found?.[2]
  return inside === undefined ? null : { name: tagName(inside), ...parametersOf(tagWords(inside)) }
}

interface ShownBy {
  readonly draw: (image: Token) => string
  /** Renders one line of markdown; raw HTML in it becomes text. */
  readonly words: (text: string) => string
  readonly figureIncludes: readonly string[]
}

/** Matches the parameters by which includes take the address of their picture. */
const pictureParameter = /\s(?:image_path|src|path|url|file|image|img)\s*=\s*(?:"([^"{}]+)"|'([^'{}]+)')/

// An unquoted value is a variable of the site, so only the site knows it.
const includedPicture = (source: string): string | null => {
  const found = pictureParameter.exec(source)
  return found?.[1] ?? found?.[2] ?? null
}

/** Whether the content of a tag can be shown; other tags are shown as a labelled box. */
export const isShown = (source: string, figureIncludes: readonly string[]): boolean => {
  const read = readTag(source)
  if (!read) return false
  const isFigure = read.name.startsWith('include') && figureIncludes.includes(read.listed[0] ?? '')
  return isFigure || pictures.has(read.name) || Object.hasOwn(stills, read.name)
}

/** The content of a known shortcode or tag as safe HTML in a box; null for those only the site knows. */
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
  for (const side of ['width', 'height'] as const) {
    const written = isInclude ? undefined : named.get(side)
    if (written !== undefined && /^\d{1,4}(?:px|%)?$/.test(written))
      image.attrSet(side, written.replace('px', ''))
  }
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
