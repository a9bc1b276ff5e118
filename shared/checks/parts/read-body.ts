import type { SyntaxNodeRef } from '@lezer/common'
import { itemAt } from '../../base/item-at'
import { codeAsker } from '../../references/code-ranges'
import type { BodyParts, HeadingPart, LinkPart } from './body-parts'
import type { Gathered } from './gathered'
import { headingText } from './heading-ids'
import { type HtmlTag, htmlTags, openTags } from './html-tags'
import { quietRanges, treeOf, treeOfMdx } from './markdown-tree'
import { placesIn } from './place'
import { readHtml } from './read-html'
import { definedImages, readAutolink, readLink } from './read-link'
import { readImagesInCode, readMdx } from './read-mdx'
import { readText } from './read-text'

/** Reads the body of a post, from an offset on, into all the parts that checks need. */
export const readBody = (text: string, bodyFrom: number, isMdx = false): BodyParts => {
  const body = text.slice(bodyFrom)
  const mdx = isMdx ? readMdx(body, bodyFrom) : null
  const quiet = mdx ? mdx.hidden : quietRanges(body)
  const isQuiet = codeAsker(quiet)
  const all: Gathered = {
    text,
    isMdx,
    place: placesIn(text),
    headings: [],
    htmlHeadings: [],
    links: [],
    images: [],
    definitions: [],
    references: [],
    tags: [...(mdx?.tags ?? [])],
    codeTags: [],
    unparsed: [],
    openFences: [],
    ids: [],
    htmlBlocks: [],
    linkTexts: [],
    silent: quiet.map((at) => at + bodyFrom),
  }
  const tree = mdx ? treeOfMdx(mdx.markdown) : treeOf(body)
  tree.iterate({
    enter: (node) =>
      isQuiet(node.from) && node.name !== 'Document' && !isBlock(node) ? false : enter(node, all, bodyFrom),
  })
  if (isMdx) all.tags.sort((a, b) => a.at - b.at)
  all.images.push(...definedImages(all))
  readHtml(all)
  if (isMdx) readImagesInCode(all, bodyFrom)
  const prose = readText(all, bodyFrom)
  const openText = all.openFences.map(({ from, end }) => text.slice(from, end)).join('\n')
  return {
    headings: all.headings,
    htmlHeadings: all.htmlHeadings,
    links: all.links.sort(byPlace),
    images: all.images.sort(byPlace),
    definitions: all.definitions,
    references: all.references,
    unparsed: all.unparsed,
    openFences: all.openFences,
    openTags: unclosed(all, openText).map((tag) => ({
      ...all.place(tag.at, tag.at + tag.length),
      name: tag.name,
    })),
    ids: all.ids,
    ...prose,
    hasParts: prose.hasParts || /^[ >]*#{1,6}\s/m.test(openText),
    openText,
  }
}

/** Tags inside indented code or an open code block can close an element, but do not open one. */
const unclosed = ({ tags, codeTags }: Gathered, openText: string): readonly HtmlTag[] => {
  const shown = new Set(tags)
  const ends = openText.toLowerCase()
  return openTags([...tags, ...codeTags].sort((a, b) => a.at - b.at)).filter(
    (tag) => shown.has(tag) && !ends.includes(`</${tag.name.toLowerCase()}`),
  )
}

const byPlace = (a: LinkPart, b: LinkPart): number => a.from - b.from
const isBlock = ({ name }: SyntaxNodeRef): boolean =>
  name === 'Blockquote' || /List|Item|Paragraph$/.test(name)

const enter = (node: SyntaxNodeRef, all: Gathered, offset: number): boolean => {
  const { name } = node
  const from = node.from + offset
  const to = node.to + offset
  if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) {
    all.headings.push(headingOf(node, all, offset))
    return true
  }
  switch (name) {
    case 'FencedCode':
      if (node.node.getChildren('CodeMark').length === 1) all.openFences.push(fenceOf(all, from, to))
      all.silent.push(from, to)
      return false
    case 'CodeBlock':
      all.codeTags.push(...htmlTags(all.text.slice(from, to), from))
      all.silent.push(from, to)
      return false
    case 'InlineCode':
    case 'Comment':
    case 'CommentBlock':
    case 'ProcessingInstruction':
    case 'ProcessingInstructionBlock':
      all.silent.push(from, to)
      return false
    case 'HTMLBlock':
    case 'HTMLTag':
      if (name === 'HTMLBlock') all.htmlBlocks.push(from, to)
      all.tags.push(...htmlTags(all.text.slice(from, to), from))
      return false
    case 'Autolink':
      readAutolink(from, to, all)
      return false
    case 'Link':
    case 'Image':
    case 'LinkReference':
      readLink(node.node, all, offset)
      return name !== 'LinkReference'
    default:
      return true
  }
}

const headingOf = (node: SyntaxNodeRef, all: Gathered, offset: number): HeadingPart => {
  const isUnderlined = node.name.startsWith('Setext')
  const level = Number(node.name.at(-1))
  const [first, last] = [node.node.firstChild, node.node.lastChild]
  const marks = isUnderlined ? last : first
  const from = node.from + offset
  const to = node.to + offset
  const [start, end] = isUnderlined
    ? [from, (last?.from ?? node.to) + offset]
    : [
        (first?.to ?? node.from) + offset,
        last && last.from !== first?.from && last.name === 'HeaderMark' ? last.from + offset : to,
      ]
  const written = all.text.slice(start, end).trim()
  const attributes = /(?<!\s)\s*\{:?([^{}]*)\}\s*$/.exec(written)
  const id = attributes && /(?:^|\s)#([^\s}]+)/.exec(itemAt(attributes, 1))?.[1]
  return {
    ...all.place(from, to),
    level,
    text: headingText(
      id || /^\s*[.#]/.test(attributes?.[1] ?? '') ? written.slice(0, attributes?.index) : written,
    ),
    id: id ?? null,
    marks: all.place((marks?.from ?? node.from) + offset, (marks?.to ?? node.from) + offset),
    isUnderlined,
  }
}

const fenceOf = (all: Gathered, from: number, to: number): BodyParts['openFences'][number] => {
  const start = all.text.lastIndexOf('\n', from - 1) + 1
  const mark = /^(`+|~+)/.exec(all.text.slice(from, to))?.[1] ?? '```'
  const lineEnd = all.text.indexOf('\n', from)
  return {
    ...all.place(from, lineEnd < 0 || lineEnd > to ? to : lineEnd),
    mark,
    end: to,
    indent: all.text.slice(start, from),
  }
}
