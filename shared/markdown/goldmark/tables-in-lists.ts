import type MarkdownIt from 'markdown-it'
import type { StateBlock, Token } from 'markdown-it'
import { ruleNamed } from '../tags/rule-named'

/** A blank line before a table does not make a list loose, as in Goldmark. */
export const tablesInLists = (md: MarkdownIt): void => {
  const list = ruleNamed(md, 'list')
  if (!list) throw new Error('There is a rule for lists')
  md.block.ruler.at(
    'list',
    (state, startLine, endLine, silent) => {
      const from = state.tokens.length
      if (!list(state, startLine, endLine, silent)) return false
      if (!silent) tighten(state, state.tokens.slice(from))
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
}

const tighten = (state: StateBlock, tokens: readonly Token[]): void => {
  const level = (tokens[0]?.level ?? 0) + 2 // of the blocks in its items
  if (!tokens.some(({ type, level: own }) => type === 'table_open' && own === level)) return
  const isBehindBlank = ({ map }: Token): boolean => map !== null && map[0] > 0 && state.isEmpty(map[0] - 1)
  const items = tokens.filter(({ type, level: own }) => type === 'list_item_open' && own === level - 1)
  if (items.slice(1).some(isBehindBlank)) return
  const blocks = tokens.filter(({ nesting, level: own }) => nesting >= 0 && own === level)
  const isFirst = ({ map }: Token): boolean => items.some((item) => item.map?.[0] === map?.[0])
  if (blocks.some((block) => block.type !== 'table_open' && !isFirst(block) && isBehindBlank(block))) return
  for (const token of tokens) {
    if (token.level === level && /^paragraph_/.test(token.type)) token.hidden = true
  }
}
