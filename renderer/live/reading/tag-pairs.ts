import type { Trace, TracedToken } from './traced-inline'

/** Elements whose tags are hidden like markup: their content looks as on the page. */
const drawn = new Set(
  'a abbr b cite code del dfn em i ins kbd mark s small span strong sub sup u var'.split(' '),
)

const openTag = /^<([a-z]+)(?:\s[^>]*)?>$/i
const closeTag = /^<\/([a-z]+)\s*>$/i

/** Two tags of HTML and what they enclose. */
export interface TagPair {
  readonly name: string
  readonly open: Trace
  readonly close: Trace
}

/** The pairs of HTML tags in an inline text. */
export const tagPairs = (tokens: readonly TracedToken[]): TagPair[] => {
  const pairs: TagPair[] = []
  const open: { readonly name: string; readonly trace: Trace }[] = []
  for (const { token, trace } of tokens) {
    if (token.type !== 'html_inline' || trace === null) continue
    const opened = openTag.exec(token.content)?.[1]?.toLowerCase()
    if (opened !== undefined && !token.content.endsWith('/>')) open.push({ name: opened, trace })
    const closed = closeTag.exec(token.content)?.[1]?.toLowerCase()
    const at = closed === undefined ? -1 : open.findLastIndex(({ name }) => name === closed)
    const start = open[at]
    if (!start) continue
    open.length = at
    if (drawn.has(start.name)) pairs.push({ name: start.name, open: start.trace, close: trace })
  }
  return pairs
}
