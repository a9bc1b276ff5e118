import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type ParsedNode = DefaultTreeAdapterTypes.ChildNode
type ParsedElement = DefaultTreeAdapterTypes.Element

/** The content of a page without its presentation: a tree of elements, relevant attributes and text. */
type Plain = string | { readonly name: string; readonly attributes: string; readonly children: Plain[] }

const dropped = new Set([
  'script',
  'style',
  'link',
  'meta',
  'template',
  'noscript',
  'svg',
  'math',
  'title',
  'base',
])
const embedded = new Set(['iframe', 'video', 'audio', 'embed', 'object'])
const inline = new Set(
  'a abbr b bdi bdo big br button cite code del dfn em font i img input ins kbd label mark q s samp small strong sub sup time tt u var wbr tag note-mark formula'.split(
    ' ',
  ),
)
const known = new Set([
  ...inline,
  ...'article aside blockquote caption center col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul notes'.split(
    ' ',
  ),
])

const isElement = (node: ParsedNode): node is ParsedElement => 'tagName' in node
const attributeOf = (node: ParsedElement, name: string): string | undefined =>
  node.attrs.find((attribute) => attribute.name === name)?.value
const hasClass = (node: ParsedElement, ...names: string[]): boolean => {
  const classes = (attributeOf(node, 'class') ?? '').split(/\s+/)
  return names.some((name) => classes.includes(name))
}
const textIn = (node: ParsedNode): string =>
  'value' in node ? node.value : isElement(node) ? node.childNodes.map(textIn).join('') : ''
const firstIn = (node: ParsedElement, test: (one: ParsedElement) => boolean): ParsedElement | null => {
  if (test(node)) return node
  for (const child of node.childNodes) {
    const found = isElement(child) ? firstIn(child, test) : null
    if (found) return found
  }
  return null
}

const made = (name: string, children: Plain[] = [], attributes = ''): Plain => ({
  name,
  attributes,
  children,
})

const addressOf = (written: string): string => {
  if (/\{\{|\{%|%7B%7B|%7B%25|XREF|XTAGX/i.test(written)) return '{tag}'
  const decoded = written.replace(/%[0-9a-f]{2}/gi, (code) => {
    const sign = Number.parseInt(code.slice(1), 16)
    return sign < 128 ? String.fromCharCode(sign) : code
  })
  return URL.canParse(`x:${decoded}`) || /%/.test(decoded) ? safely(decoded) : decoded
}
const safely = (text: string): string => {
  try {
    return decodeURI(text)
  } catch {
    return text // a stray % is part of the address
  }
}

const noteHref = /^#(?:user-content-)?(?:fn|footnote)/
const backHref = /^#(?:user-content-)?fn(?:ref|:?r)/

const plainOf = (node: ParsedNode, inNote = false): Plain[] => {
  if ('value' in node) return [node.value.replace(/[ \t\r\n\f]+/g, ' ')]
  if (!isElement(node) || dropped.has(node.tagName)) return []
  const { tagName: tag } = node
  if (tag === 'x-dialect' || hasClass(node, 'dialect'))
    return /Excerpt ends here/.test(textIn(node)) ? [] : [made('tag')]
  if (hasClass(node, 'katex', 'math-source', 'math-block')) return [made('formula')]
  if (
    hasClass(node, 'image-missing', 'image-held') ||
    node.attrs.some(({ name }) => /^__astro_image/i.test(name))
  )
    return [made('img')]
  if (embedded.has(tag) || hasClass(node, 'embed-held')) return [made('embed')]
  const code = firstIn(node, (one) => one.tagName === 'pre')
  const wrapsCode =
    hasClass(node, 'highlight', 'highlighter-rouge') || /language-/.test(attributeOf(node, 'class') ?? '')
  if (code && (tag === 'pre' || wrapsCode)) {
    const cell = firstIn(node, (one) => one.tagName === 'td' && hasClass(one, 'code', 'rouge-code'))
    const lines = textOfCode(cell ?? code).replace(/[ \t]+$/gm, '')
    return [made('pre', [lines.replace(/^\n/, '').replace(/\n+$/, '')])]
  }
  const mark = tag === 'sup' && firstIn(node, (one) => noteHref.test(attributeOf(one, 'href') ?? ''))
  if (mark) return [made('note-mark', [textIn(node).replace(/[[\]\s]|:\d+$/g, '')])]
  if (hasClass(node, 'footnotes') || attributeOf(node, 'data-footnotes') !== undefined)
    return [
      made(
        'notes',
        notesIn(node).map((note) => made('li', withoutWayBack(childrenOf(note, true)))),
      ),
    ]
  const href = attributeOf(node, 'href')
  if (
    tag === 'a' &&
    ((inNote && backHref.test(href ?? '')) ||
      hasClass(node, 'header-anchor', 'headerlink', 'anchor', 'hash-link'))
  )
    return []
  const read = childrenOf(node, inNote)
  const children = /^t[dh]$/.test(tag) && read.every((one) => one === '\u00a0') ? [] : read // an empty cell
  if (tag === 'span' || !known.has(tag)) return children
  return isEmptyParagraph(tag, children) ? [] : [made(renamed[tag] ?? tag, children, attributesOf(node))]
}

const renamed: Readonly<Record<string, string>> = { s: 'del', strike: 'del' }
const isEmptyParagraph = (tag: string, children: readonly Plain[]): boolean =>
  tag === 'p' && children.length === 0
const textOfCode = (node: ParsedNode): string =>
  'value' in node
    ? node.value
    : !isElement(node)
      ? ''
      : node.tagName === 'br'
        ? '\n'
        : node.childNodes.map(textOfCode).join('')
const notesIn = (node: ParsedElement): ParsedElement[] =>
  node.tagName === 'li' ? [node] : node.childNodes.filter(isElement).flatMap(notesIn)

const attributesOf = (node: ParsedElement): string => {
  const { tagName: tag } = node
  const all: [string, string | undefined][] = []
  const keep = (...names: string[]) => {
    for (const name of names) all.push([name, attributeOf(node, name)])
  }
  if (tag === 'a' && !hasClass(node, 'dead-link')) {
    const href = attributeOf(node, 'href')
    all.push(['href', href === undefined ? undefined : addressOf(href)])
    keep('title')
  }
  if (/^h[1-6]$/.test(tag)) keep('id')
  if (tag === 'abbr') keep('title')
  if (tag === 'ol' && attributeOf(node, 'start') !== '1') keep('start')
  if (tag === 'input')
    all.push(
      ['type', attributeOf(node, 'type')],
      ['checked', attributeOf(node, 'checked') === undefined ? undefined : 'yes'],
    )
  if (tag === 'td' || tag === 'th')
    all.push([
      'align',
      attributeOf(node, 'align') ?? /text-align:\s*(\w+)/.exec(attributeOf(node, 'style') ?? '')?.[1],
    ])
  return all
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

const isBlock = (one: Plain | undefined): boolean => typeof one === 'object' && !inline.has(one.name)

/** Joins adjacent texts, and drops blanks that no browser shows. */
const tidied = (list: readonly Plain[]): Plain[] => {
  const joined: Plain[] = []
  for (const one of list) {
    const last = joined.at(-1)
    if (typeof one === 'string' && typeof last === 'string') joined[joined.length - 1] = last + one
    else joined.push(one)
  }
  const ends = (one: Plain | undefined): boolean =>
    one === undefined || isBlock(one) || (typeof one === 'object' && /^(?:br|input)$/.test(one.name))
  return joined
    .map((one, at) => {
      if (typeof one !== 'string') return one
      let text = one.replace(/ +/g, ' ')
      if (ends(joined[at - 1])) text = text.replace(/^ /, '')
      if (ends(joined[at + 1])) text = text.replace(/ $/, '')
      return text
    })
    .filter((one) => one !== '')
}

const childrenOf = (node: { readonly childNodes: readonly ParsedNode[] }, inNote = false): Plain[] =>
  tidied(node.childNodes.flatMap((child) => plainOf(child, inNote)))

const withoutWayBack = (list: readonly Plain[]): Plain[] => {
  const kept = [...list]
  const last = kept.at(-1)
  if (typeof last === 'string') kept[kept.length - 1] = last.replace(/(?:\s|\u21a9|\ufe0e)+$/, '')
  else if (last?.name === 'p') {
    const inside = withoutWayBack(last.children)
    kept.pop()
    if (inside.length > 0) kept.push({ ...last, children: inside })
  }
  return kept.filter((one) => one !== '')
}

const shown = (one: Plain): string =>
  typeof one === 'string'
    ? one
    : `<${one.name}${one.attributes}>${one.children.map(shown).join('')}</${one.name}>`

/** The blocks of a page, each as a string, so that the output of different renderers can be compared. */
export const pageBlocks = (html: string): string[] => {
  const blocks: string[] = []
  let run: Plain[] = []
  const close = (): void => {
    const words = tidied(run).map(shown).join('')
    if (words.trim() !== '') blocks.push(`<words>${words}</words>`)
    run = []
  }
  for (const one of childrenOf(parseFragment(html))) {
    if (isBlock(one)) {
      close()
      blocks.push(shown(one))
    } else run.push(one)
  }
  close()
  return blocks
}
