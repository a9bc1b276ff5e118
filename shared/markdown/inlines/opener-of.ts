import type { Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'

/** The opening token that belongs to the last token; the last token itself if it closes nothing. */
export const openerOf = (tokens: readonly Token[]): Token | null => {
  let depth = 0
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = itemAt(tokens, at)
    depth -= token.nesting
    if (depth === 0) return token
  }
  return null
}
