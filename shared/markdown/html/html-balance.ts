import type { Token } from 'markdown-it'

// Elements with content that a browser does not close by itself when the next block begins.
const holders = new Set([
  ...['details', 'div', 'section', 'article', 'aside', 'header', 'footer', 'main', 'nav', 'figure', 'center'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote'],
  ...['summary', 'picture', 'font', 'span', 'iframe', 'svg', 'math'],
  ...['a', 'b', 'big', 'code', 'em', 'i', 'kbd', 'mark', 's', 'small', 'strong', 'sub', 'sup', 'u'],
])
const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi

/** The elements that raw HTML in a block leaves open (`+name`) or only closes (`-name`); null if none. */
export const htmlBalance = (tokens: readonly Token[]): readonly string[] | null => {
  let balance: string[] | null = null
  for (const { type, content } of tokens) {
    if (type !== 'html_block' && !(type === 'inline' && content.includes('<'))) continue
    for (const [all, closing, written] of content.matchAll(tag)) {
      const name = written?.toLowerCase()
      if (!name || !holders.has(name) || all.endsWith('/>')) continue
      balance ??= []
      if (closing && balance.at(-1) === `+${name}`) balance.pop()
      else balance.push(`${closing ? '-' : '+'}${name}`)
    }
  }
  return balance && balance.length > 0 ? balance : null
}

/** The elements that are open after a block, given those open before it. */
export const openAfter = (open: readonly string[], balance: readonly string[] | null): readonly string[] => {
  if (!balance) return open
  const stack = [...open]
  for (const entry of balance) {
    const name = entry.slice(1)
    if (entry.startsWith('+')) stack.push(name)
    else {
      const at = stack.lastIndexOf(name) // a browser also closes elements left open inside
      if (at >= 0) stack.length = at
    }
  }
  return stack
}
