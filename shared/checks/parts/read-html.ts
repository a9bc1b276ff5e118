import type { LinkPart } from './body-parts'
import type { Gathered } from './gathered'
import { attributeOf, type HtmlTag } from './html-tags'

const sources: Readonly<Record<string, 'link' | 'image'>> = { a: 'link', img: 'image' }

/** Collects the links, images and ids of the tags. */
export const readHtml = (all: Gathered): void => {
  for (const tag of all.tags) {
    if (tag.isEnd) continue
    for (const name of ['id', 'name']) {
      const id = attributeOf(tag, name)?.value
      if (id && (name === 'id' || tag.name.toLowerCase() === 'a')) all.ids.push(id)
    }
    const kind = sources[tag.name.toLowerCase()]
    const part = kind && partOf(tag, kind, all)
    if (part) (kind === 'link' ? all.links : all.images).push(part)
  }
  all.silent.push(...all.tags.flatMap(({ at, length }) => [at, at + length]))
}

const partOf = (tag: HtmlTag, kind: 'link' | 'image', all: Gathered): LinkPart | null => {
  const source = attributeOf(tag, kind === 'link' ? 'href' : 'src')
  if (!source?.value || /^[{<]/.test(source.value)) return null // an expression of JSX or a template
  const alt = kind === 'image' ? attributeOf(tag, 'alt') : null
  return {
    ...all.place(source.at, source.at + source.value.length),
    kind,
    target: source.value.replaceAll('&amp;', '&'),
    whole: all.place(tag.at, tag.at + tag.length),
    // An empty alt means that the image is decorative; one that JSX gives cannot be read.
    words:
      kind === 'link' || hasSpread(tag)
        ? null
        : ((alt && (alt.value === '' ? null : (alt.value ?? null))) ?? (alt ? null : '')),
    wordsAt: alt?.value ? alt.at : tag.at + tag.length,
    written: 'html',
  }
}

const hasSpread = ({ attributes }: HtmlTag): boolean => attributes.some(({ name }) => name.startsWith('{...'))
