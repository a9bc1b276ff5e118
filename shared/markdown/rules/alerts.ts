import type MarkdownIt from 'markdown-it'
import type { StateCore, Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import type { MarkdownFeatures } from '../options/features'

const githubMark = /^\[!(note|tip|important|warning|caution)\][ \t]*(?=\n|$)/i
const titledMark = /^\[!(tip|note|info|important|warning|caution|danger)\][ \t]*([^\n]*)/i
const calloutMark = /^\[!([\w-]{1,40})(?:\|[^\]\n]*)?\]([+-]?)[ \t]*([^\n]*)/

/** Obsidian's types that look like one of GitHub's. */
const looks: Readonly<Record<string, string>> = {
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  attention: 'warning',
  danger: 'caution',
  error: 'caution',
  bug: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
}

/**
 * A quote that begins with `[!NOTE]` is an alert: `true` for GitHub's five types at the top level; `titled`
 * with a title after the mark, as in VitePress; `callouts` of any type and with an optional fold sign, as in
 * Obsidian.
 */
export const alerts = (md: MarkdownIt, way: Exclude<MarkdownFeatures['alerts'], false>): void => {
  md.core.ruler.after('block', 'alerts', (state) => markAlerts(state, way))
}

/** Turns quotes that begin with an alert mark into alerts; their content keeps its source line. */
export const markAlerts = (
  state: Pick<StateCore, 'tokens' | 'Token'>,
  way: Exclude<MarkdownFeatures['alerts'], false>,
): void => {
  for (let at = 0; at < state.tokens.length; at++)
    if (state.tokens[at]?.type === 'blockquote_open') mark(state, at, way)
}

interface Mark {
  readonly type: string
  readonly title: string
  readonly fold: string
  readonly length: number
}

const markOf = (text: string, way: Exclude<MarkdownFeatures['alerts'], false>): Mark | null => {
  const found = (way === true ? githubMark : way === 'titled' ? titledMark : calloutMark).exec(text)
  if (!found) return null
  const type = itemAt(found, 1).toLowerCase()
  const own = (way === 'callouts' ? found[3] : way === 'titled' ? found[2] : '')?.trim() ?? ''
  const usual = way === 'titled' ? type.toUpperCase() : `${type.charAt(0).toUpperCase()}${type.slice(1)}`
  return {
    type,
    title: own || usual,
    fold: way === 'callouts' ? (found[2] ?? '') : '',
    length: found[0].length,
  }
}

const mark = (
  state: Pick<StateCore, 'tokens' | 'Token'>,
  at: number,
  way: Exclude<MarkdownFeatures['alerts'], false>,
): void => {
  const { tokens } = state
  const [open, paragraph, inline, end] = tokens.slice(at, at + 4)
  if (!open || paragraph?.type !== 'paragraph_open' || inline?.type !== 'inline') return
  if (way === true && open.level > 0) return
  const found = markOf(inline.content, way)
  const close = tokens.findIndex(
    ({ type, level }, index) => index > at && type === 'blockquote_close' && level === open.level,
  )
  const closing = tokens[close]
  if (!found || !closing) return
  const rest = inline.content.slice(found.length).replace(/^\s+/, '')
  if (way === true && rest === '' && close === at + 4) return // GitHub makes no alert without content
  const folds = found.fold !== ''
  Object.assign(open, { type: 'alert_open', tag: folds ? 'details' : 'div' })
  Object.assign(closing, { type: 'alert_close', tag: folds ? 'details' : 'div' })
  open.markup = looks[found.type] ?? found.type
  open.attrJoin('class', `markdown-alert markdown-alert-${looks[found.type] ?? found.type}`)
  if (found.fold === '+') open.attrSet('open', '')
  const title = titleOf(state, found.title, folds, paragraph)
  if (rest === '') tokens.splice(at + 1, end ? 3 : 2, ...title)
  else {
    const taken = inline.content.slice(0, inline.content.length - rest.length).split('\n').length - 1
    const [first = 0, end = 0] = inline.map ?? []
    inline.content = rest
    inline.map = [first + taken, end]
    tokens.splice(at + 1, 0, ...title)
  }
}

const titleOf = (state: Pick<StateCore, 'Token'>, title: string, folds: boolean, like: Token): Token[] => {
  const tag = folds ? 'summary' : 'p'
  const open = new state.Token('alert_title_open', tag, 1)
  open.attrSet('class', 'markdown-alert-title')
  open.map = like.map
  const inline = new state.Token('inline', '', 0)
  inline.content = title
  inline.children = []
  inline.map = like.map
  const close = new state.Token('alert_title_close', tag, -1)
  for (const token of [open, close]) token.block = true
  return [open, inline, close]
}
