import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { t } from '../../texts/translate'
import { type MarkdownEnv, trusted } from '../options/env'
import type { MarkdownFeatures } from '../options/features'

const mark = /^\[([ xX\u00a0])\](?=[ \u00a0\t\n]|$)[ \u00a0\t]?/
const marks: Readonly<Partial<Record<MarkdownFeatures['grammar'], RegExp>>> = {
  goldmark: /^\[([\sxX])\]\s*/, // needs neither a blank nor a text behind the mark
  marked: /^\[([ xX])\] +/,
  'remark-legacy': /^\[([ xX\u00a0])\][ \u00a0\t]/,
}

/** GFM task lists. Each box has its source line, so that a tick in the preview can edit the source there. */
export const taskLists = (
  md: MarkdownIt,
  { tickable, grammar }: { readonly tickable: boolean; readonly grammar: MarkdownFeatures['grammar'] },
): void => {
  // Before the inline pass, which could turn `[x]` into a link.
  md.core.ruler.before('inline', 'task_marks', (state) => {
    const tokens = state.tokens
    for (let i = 2; i < tokens.length; i++) {
      const [item, paragraph, inline] = [tokens[i - 2], tokens[i - 1], tokens[i]]
      if (inline?.type !== 'inline' || paragraph?.type !== 'paragraph_open') continue
      if (item?.type !== 'list_item_open') continue
      const found = (marks[grammar] ?? mark).exec(inline.content)
      if (!found || (grammar !== 'goldmark' && found[0].length === inline.content.length)) continue
      inline.content = inline.content.slice(found[0].length)
      inline.meta = { ...inline.meta, ticked: found[1] === 'x' || found[1] === 'X' }
      item.attrJoin('class', 'task-list-item')
    }
  })
  md.core.ruler.push('task_boxes', (state) => {
    const { firstLine = 0 } = state.env as MarkdownEnv
    for (const token of state.tokens) {
      if (typeof token.meta?.ticked !== 'boolean') continue
      const box = new state.Token('task_box', 'input', 0)
      const line = (token.map?.[0] ?? 0) - firstLine
      box.meta = { ticked: token.meta.ticked, line, name: nameOf(token.children ?? []) }
      token.children?.unshift(box)
    }
  })
  md.renderer.rules.task_box = (tokens, index, _options, env: MarkdownEnv) => {
    const { ticked, line, name } = itemAt(tokens, index).meta
    const checked = ticked ? ' checked=""' : ''
    const way = tickable ? ` data-task="${Number(line)}"` : ' disabled=""'
    const label = ` aria-label="${md.utils.escapeHtml(String(name))}"`
    return `${trusted(env, `<input class="task-list-item-checkbox" type="checkbox"${checked}${way}${label}>`)} `
  }
}

const longestName = 150

/** The text of an item as the accessible name of its box, shortened if it is long. */
const nameOf = (children: readonly Token[]): string => {
  const words = textOf(children).replace(/\s+/g, ' ').trim()
  if (words === '') return t('preview.task')
  return words.length <= longestName ? words : `${words.slice(0, longestName).replace(/\s\S*$/, '')}…`
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' '
      if (type === 'image') return textOf(children ?? [])
      return type === 'html_inline' || type === 'task_box' ? '' : content
    })
    .join('')
