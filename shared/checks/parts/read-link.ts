import type { SyntaxNode } from '@lezer/common'
import { foldLabel, type LinkPart } from './body-parts'
import type { Gathered } from './gathered'

/** Collects a link, an image or a definition. */
export const readLink = (node: SyntaxNode, all: Gathered, offset: number): void => {
  if (node.name === 'LinkReference') readDefinition(node, all, offset)
  else readInline(node, all, offset)
}

const readDefinition = (node: SyntaxNode, all: Gathered, offset: number): void => {
  const label = node.getChild('LinkLabel')
  const url = node.getChild('URL')
  if (!label || !url) return
  const from = node.from + offset
  const to = node.to + offset
  const written = all.text.slice(label.from + offset + 1, label.to + offset - 1)
  all.silent.push(from, to)
  const end = all.text.startsWith('\n', to) ? to + 1 : to
  all.definitions.push({
    ...all.place(label.from + offset, label.to + offset),
    label: written,
    whole: all.place(from, end),
  })
  all.links.push(linkPart(all, 'link', url, offset, { from, to }, null, 0, 'definition'))
}

const readInline = (node: SyntaxNode, all: Gathered, offset: number): void => {
  const marks = node.getChildren('LinkMark')
  const [open, close] = marks
  if (!open || !close) return
  const from = node.from + offset
  const to = node.to + offset
  const wordsAt = open.to + offset
  const words = all.text.slice(wordsAt, close.from + offset)
  const url = node.getChild('URL')
  const isImage = node.name === 'Image'
  if (marks.length > 2) {
    const place = url ?? { from: marks[2]?.to ?? close.to, to: marks[2]?.to ?? close.to }
    const part = linkPart(
      all,
      isImage ? 'image' : 'link',
      place,
      offset,
      { from, to },
      words,
      wordsAt,
      'inline',
    )
    ;(isImage ? all.images : all.links).push(part)
    all.silent.push(isImage ? close.from + offset : from, to)
    return
  }
  const label = node.getChild('LinkLabel')
  const isShort = label === null
  if (isShort && all.text[to] === '(') readUnparsed(to, all)
  if (!isShort) all.linkTexts.push(from, to)
  const range = label && label.to - label.from > 2 ? label : { from: open.to - 1, to: close.from + 1 }
  const written = all.text.slice(range.from + offset + 1, range.to + offset - 1)
  if (written.startsWith('^') || written.trim() === '') return
  all.references.push({
    ...all.place(from, to),
    label: written,
    whole: all.place(from, to),
    isShort,
    ...(isImage ? { alt: { words, at: wordsAt } } : {}),
  })
}

/** `<https://example.org>`; an email address is not followed. */
export const readAutolink = (from: number, to: number, all: Gathered): void => {
  all.silent.push(from, to)
  const target = all.text.slice(from + 1, to - 1)
  if (!/^https?:/i.test(target)) return
  const at = all.place(from + 1, to - 1)
  all.links.push({ ...at, kind: 'link', target, whole: at, words: null, wordsAt: from, written: 'bare' })
}

const unparsedTarget = /\((?=[^()\n<>{}"']*?[^()\s<>{}"'][ \t])([^()\n<>{}"']*)(?:"[^"\n]*")?\)/y

/**
 * `[words](two words.html)` is not parsed as a link, but meant as one if the target looks like an address.
 */
const readUnparsed = (at: number, all: Gathered): void => {
  unparsedTarget.lastIndex = at
  const written = unparsedTarget.exec(all.text)?.[1]?.trimEnd()
  if (written === undefined || !/^(?:[a-z]+:|[/.#]|www\.)|\.[a-z0-9]{2,4}(?:[?#]|$)/i.test(written)) return
  const from = all.text.indexOf(written, at)
  all.unparsed.push({ ...all.place(from, from + written.length), target: written })
}

const linkPart = (
  all: Gathered,
  kind: LinkPart['kind'],
  url: { readonly from: number; readonly to: number },
  offset: number,
  whole: { readonly from: number; readonly to: number },
  words: string | null,
  wordsAt: number,
  written: LinkPart['written'],
): LinkPart => {
  const source = all.text.slice(url.from + offset, url.to + offset)
  const isAngle = source.startsWith('<') && source.endsWith('>')
  const from = url.from + offset + Number(isAngle)
  const to = url.to + offset - Number(isAngle)
  return {
    ...all.place(from, to),
    kind,
    target: unescaped(all.text.slice(from, to)),
    whole: all.place(whole.from, whole.to),
    words,
    wordsAt,
    written: isAngle && written === 'inline' ? 'angle' : written,
  }
}

const unescaped = (target: string): string =>
  target.includes('\\') ? target.replace(/\\([!-/:-@[-`{-~])/g, '$1') : target.replaceAll('&amp;', '&')

/** Images whose address is in a definition, with the place of that address; one image per definition. */
export const definedImages = ({ references, definitions, links }: Gathered): readonly LinkPart[] => {
  const images = new Map<string, LinkPart>()
  for (const { label, alt, whole } of references) {
    const name = foldLabel(label)
    const at = alt && definitions.findIndex((definition) => foldLabel(definition.label) === name)
    const address =
      at === undefined || at < 0 ? undefined : links.filter(({ written }) => written === 'definition')[at]
    if (alt && address && !images.has(name))
      images.set(name, { ...address, kind: 'image', whole, words: alt.words, wordsAt: alt.at })
  }
  return [...images.values()]
}
