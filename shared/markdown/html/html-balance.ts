import type { Token } from 'markdown-it'

/** Blocks that stay open until their end tag, or until the end of the page without one. */
const blocks = new Set([
  ...['details', 'div', 'section', 'article', 'aside', 'header', 'footer', 'main', 'nav', 'figure', 'center'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'summary', 'pre', 'button', 'iframe'],
])
/** Other elements with content that a browser does not close by itself when the next block begins. */
const others = new Set([
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'picture', 'font', 'span', 'svg', 'math'],
  ...['a', 'b', 'big', 'code', 'em', 'i', 'kbd', 'mark', 's', 'small', 'strong', 'sub', 'sup', 'u'],
])
const tag = new RegExp(
  [
    '<!--[\\s\\S]*?(?:-->|$)',
    '<(script|style|textarea|title)(?![a-z0-9])[\\s\\S]*?(?:</\\1|$)', // text, not HTML
    `<(/?)([a-z][a-z0-9]*)(?![a-z0-9])(?:"[^"]*"|'[^']*'|[^'"<>])*>`,
  ].join('|'),
  'gi',
)

/** The elements that raw HTML in a block leaves open (`+name`) or only closes (`-name`); null if none. */
export const htmlBalance = (tokens: readonly Token[]): readonly string[] | null => {
  let balance: string[] | null = null
  for (const { type, content } of tokens) {
    if (type !== 'html_block' && !(type === 'inline' && content.includes('<'))) continue
    for (const [all, , closing, written] of content.matchAll(tag)) {
      const name = written?.toLowerCase()
      // The slash of `<div />` closes nothing in HTML.
      if (!name || !(blocks.has(name) || (others.has(name) && !all.endsWith('/>')))) continue
      balance ??= []
      if (closing && balance.at(-1) === `+${name}`) balance.pop()
      else balance.push(`${closing ? '-' : '+'}${name}`)
    }
  }
  return balance && balance.length > 0 ? balance : null
}

/** Whether elements left open go on to the end of the page. */
export const holdsRest = (open: readonly string[]): boolean => open.some((name) => blocks.has(name))

/** Changes `open`, the elements open before a block, to those open after it. */
export const applyBalance = (open: string[], balance: readonly string[] | null): void => {
  for (const entry of balance ?? []) {
    const name = entry.slice(1)
    if (entry.startsWith('+')) open.push(name)
    else {
      const at = open.lastIndexOf(name) // a browser also closes elements left open inside
      if (at >= 0) open.length = at
    }
  }
}
