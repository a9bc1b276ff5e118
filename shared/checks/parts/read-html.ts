import { itemAt } from '../../base/item-at'
import { addressesInSet } from '../../references/forms/srcset'
import type { HtmlHeading, LinkPart } from './body-parts'
import type { Gathered } from './gathered'
import { attributeOf, type HtmlAttribute, type HtmlTag } from './html-tags'

/** Collects the links, images, headings and ids of the tags, and where their contents are not prose. */
export const readHtml = (all: Gathered): void => {
  for (const [index, tag] of all.tags.entries()) {
    if (tag.isEnd) continue
    const name = tag.name.toLowerCase()
    for (const key of ['id', 'name']) {
      const id = attributeOf(tag, key)?.value
      if (id && (key === 'id' || name === 'a')) all.ids.push(id)
    }
    all.images.push(...moreImages(tag, all))
    if (name === 'img') pushPart(all.images, imageOf(tag, all))
    const end = hasContent.test(name) && !tag.isSelfClosed ? endOf(index, name, all.tags) : null
    if (name === 'a') pushPart(all.links, linkOf(tag, end, all))
    if (end === null) continue
    if (name === 'a') all.linkTexts.push(tag.at + tag.length, end.at)
    else if (isHeading.test(name)) all.htmlHeadings.push(headingOf(tag, end, all))
    else all.silent.push(tag.at + tag.length, end.at)
  }
  all.silent.push(...all.tags.flatMap(({ at, length }) => [at, at + length]))
}

const isHeading = /^h[1-6]$/
/** Links, headings, and the elements that contain code. */
const hasContent = /^(?:a|h[1-6]|code|kbd|math|pre|samp|script|style|svg|textarea)$/

/** The most tags after a tag among which its end tag is searched. */
const farthest = 1000

const endOf = (index: number, name: string, tags: readonly HtmlTag[]): HtmlTag | null => {
  for (let next = index + 1; next < Math.min(tags.length, index + farthest); next++) {
    const tag = itemAt(tags, next)
    if (tag.isEnd && tag.name.toLowerCase() === name) return tag
  }
  return null
}

const pushPart = (list: LinkPart[], part: LinkPart | null): void => {
  if (part) list.push(part)
}

const headingOf = (tag: HtmlTag, end: HtmlTag, { place }: Gathered): HtmlHeading => ({
  ...place(tag.at, end.at + end.length),
  level: Number(tag.name.charAt(1)),
  names: [tag.at + 1, end.at + 2].map((from) => ({ from, to: from + 2 })),
})

const imageOf = (tag: HtmlTag, all: Gathered): LinkPart | null => {
  const source = attributeOf(tag, 'src')
  if (!source?.value || isExpression(source.value)) return null
  const alt = attributeOf(tag, 'alt')
  // An empty alt means that the image is decorative; one that JSX gives cannot be read.
  const words = alt ? alt.value || null : isDecorative(tag) ? null : ''
  const wordsAt = alt?.value ? alt.at : tag.at + tag.length
  return { ...partOf('image', source, source.value, 0, tag, all), words, wordsAt }
}

/** The images of `srcset` and `poster`, which have no alt text of their own. */
const moreImages = (tag: HtmlTag, all: Gathered): readonly LinkPart[] => {
  const poster = attributeOf(tag, 'poster')
  const set = attributeOf(tag, 'srcset')
  const named = set?.value && !isExpression(set.value) ? addressesInSet(set.value) : []
  return [
    ...(poster?.value && !isExpression(poster.value)
      ? [partOf('image', poster, poster.value, 0, tag, all)]
      : []),
    ...named.flatMap(({ target, at }) => (set ? [partOf('image', set, target, at, tag, all)] : [])),
  ]
}

const linkOf = (tag: HtmlTag, end: HtmlTag | null, all: Gathered): LinkPart | null => {
  const source = attributeOf(tag, 'href')
  if (!source || source.value === null || isExpression(source.value)) return null
  const wordsAt = tag.at + tag.length
  // With other attributes, a script or a style sheet may give the link its address or its look.
  const isPlain = tag.attributes.every(({ name }) => /^(?:href|title|target|rel)$/.test(name))
  if (source.value === '' && !isPlain) return null
  const words = isPlain && end ? all.text.slice(wordsAt, end.at) : null
  return { ...partOf('link', source, source.value, 0, tag, all), words, wordsAt }
}

const partOf = (
  kind: 'link' | 'image',
  { at }: HtmlAttribute,
  written: string,
  offset: number,
  tag: HtmlTag,
  { place }: Gathered,
): LinkPart => ({
  ...place(at + offset, at + offset + written.length),
  kind,
  target: written.replaceAll('&amp;', '&'),
  whole: place(tag.at, tag.at + tag.length),
  words: null,
  wordsAt: tag.at + tag.length,
  written: 'html',
})

/** An expression of JSX or a template. */
const isExpression = (value: string): boolean => /^[{<]/.test(value)

const isDecorative = (tag: HtmlTag): boolean =>
  tag.attributes.some(({ name }) => name.startsWith('{...')) ||
  attributeOf(tag, 'aria-hidden')?.value === 'true' ||
  /^(?:presentation|none)$/i.test(attributeOf(tag, 'role')?.value ?? '')
