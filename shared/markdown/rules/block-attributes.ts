import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { openerOf } from '../inlines/opener-of'
import { readAttributes, setAttribute } from './heading-attributes'

const line = /^\{([^{}\n]{1,500})\}$/

/** Goldmark's attributes of blocks: a line `{.class}` right under a paragraph, list, table, quote or code. */
export const blockAttributes = (md: MarkdownIt): void => {
  md.core.ruler.before('inline', 'block_attributes', (state) => {
    const kept: Token[] = []
    for (let at = 0; at < state.tokens.length; at++) {
      const token = state.tokens[at]
      if (!token) continue
      const inline = state.tokens[at + 1]
      const isLine = token.type === 'paragraph_open' && inline?.type === 'inline'
      const before = kept.at(-1)
      const alone = isLine ? line.exec(inline.content) : null
      if (alone && before?.nesting === -1 && attach(openerOf(kept), itemAt(alone, 1))) at += 2
      else {
        if (isLine) takeLastLine(listEndingBehind(state.tokens, at, kept) ?? token, inline)
        kept.push(token)
      }
    }
    state.tokens = kept
  })
}

/** The list that ends with a paragraph: attributes under that belong to the list, not to the item. */
const listEndingBehind = (tokens: readonly Token[], at: number, kept: readonly Token[]): Token | null => {
  const [item, list] = [tokens[at + 3], tokens[at + 4]]
  if (item?.type !== 'list_item_close' || !list?.type.endsWith('_list_close')) return null
  return (
    kept.findLast(({ type, level }) => type === list.type.replace('close', 'open') && level === list.level) ??
    null
  )
}

const takeLastLine = (paragraph: Token, inline: Token): void => {
  const from = inline.content.lastIndexOf('\n') + 1
  const found = from > 0 ? line.exec(inline.content.slice(from).trim()) : null
  if (found && attach(paragraph, itemAt(found, 1))) inline.content = inline.content.slice(0, from - 1)
}

const attach = (token: Token | null, written: string): boolean => {
  const attributes = readAttributes(written)
  if (!token || !attributes || attributes.length === 0) return false
  for (const [name, value] of attributes) setAttribute(token, name, value)
  return true
}
