import type { Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'

/** The token that opens what the last one closes; the last one itself where it closes nothing. */
export const openerOf = (tokens: readonly Token[]): Token | null => {
  let depth = 0
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = itemAt(tokens, at)
    depth -= token.nesting
    if (depth === 0) return token
  }
  return null
}
