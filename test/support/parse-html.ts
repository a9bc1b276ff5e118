import { type ChildNode, type Element, isTag } from 'domhandler'
import { parseDocument } from 'htmlparser2'

/** All elements of a page, in order, as a parser sees them. */
export const elementsOf = (html: string): Element[] => below(parseDocument(html).children)

const below = (nodes: readonly ChildNode[]): Element[] =>
  nodes.flatMap((node) => (isTag(node) ? [node, ...below(node.children)] : []))

/** The elements with one of these names. */
export const named = (html: string, ...names: readonly string[]): Element[] =>
  elementsOf(html).filter(({ name }) => names.includes(name))

/** The text inside an element. */
export const textOf = (node: ChildNode): string =>
  'data' in node ? node.data : 'children' in node ? node.children.map(textOf).join('') : ''

/** The content of a page's `<meta>` with this name or property. */
export const metaOf = (html: string, name: string): string | undefined =>
  named(html, 'meta').find(({ attribs }) => attribs.name === name || attribs.property === name)?.attribs
    .content
