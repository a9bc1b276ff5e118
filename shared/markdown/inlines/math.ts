import { tex } from '@mdit/plugin-tex'
import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs'
import { itemAt } from '../../base/item-at'
import { factsOf, type MarkdownEnv, trusted } from '../options/env'
import type { MarkdownFeatures } from '../options/features'
import type { MarkdownOptions } from '../options/options'
import { passthrough } from './passthrough'
import { remarkMath } from './remark-math'

/** A formula as its engine draws it, or its source until the engine is loaded. */
const drawFormula =
  (md: MarkdownIt, options: MarkdownOptions) =>
  (content: string, display: boolean, env: MarkdownEnv, tag = 'p'): string => {
    const html = options.math?.(content, display) ?? null
    if (html === null) factsOf(env).awaited.add('formulas')
    const inside = html ?? `<code class="math-source">${md.utils.escapeHtml(content)}</code>`
    if (!display) return trusted(env, inside)
    const block = trusted(env, `<${tag} class="math-block">${inside}</${tag}>`)
    return tag === 'p' ? `${block}\n` : block
  }

const closingDollar = (text: string, from: number): number => {
  for (let at = text.indexOf('$', from); at >= 0; at = text.indexOf('$', at + 1)) {
    let first = at
    while (text[first - 1] === '\\') first -= 1
    if ((at - first) % 2 === 0) return at
  }
  return -1
}

// GitHub and VS Code keep a dollar inside a word or before one as text, as in `$HOME/bin:$PATH` and `US$5`;
// `$(` and `${` are shell syntax, so they are text too.
const dollarOfWord: RuleInline = (state, silent) => {
  const { src, pos } = state
  if (src[pos] !== '$') return false
  const close = closingDollar(src, pos + 1)
  if (close <= pos + 1) return false // `$$`, or no other dollar: both are left to the rule after this
  const isInWord = /\w/.test(src.charAt(pos - 1)) || /[\w({]/.test(src.charAt(close + 1))
  if (!isInWord) return false
  if (!silent) state.pending += '$'
  state.pos += 1
  return true
}

const remarks: ReadonlySet<MarkdownFeatures['grammar']> = new Set([
  'remark',
  'react-markdown',
  'remark-html',
  'remark-legacy',
  'mdx',
])

/** Formulas between the delimiters of the site, anywhere in a paragraph. */
const configuredMath = (
  md: MarkdownIt,
  delimiters: MarkdownFeatures['mathDelimiters'],
  render: ReturnType<typeof drawFormula>,
): void => {
  md.use(passthrough, delimiters)
  md.renderer.rules.math_inline = (tokens, index, _options, env: MarkdownEnv) =>
    render(itemAt(tokens, index).content, false, env)
  md.renderer.rules.math_inline_double = (tokens, index, _options, env: MarkdownEnv) => {
    const { content, meta } = itemAt(tokens, index)
    return render(content, true, env, meta?.alone ? 'p' : 'span')
  }
  // A paragraph with nothing else gives way to its formulas.
  md.core.ruler.push('lone_formulas', ({ tokens }) => {
    tokens.forEach(({ type, children }, at) => {
      const [before, after] = [tokens[at - 1], tokens[at + 1]]
      if (type !== 'inline' || !children || before?.type !== 'paragraph_open' || !after) return
      const formulas = children.filter((one) => one.type === 'math_inline_double')
      const isBlank = (one: Token) =>
        one.type === 'softbreak' || (one.type === 'text' && one.content.trim() === '')
      if (formulas.length === 0 || !children.every((one) => formulas.includes(one) || isBlank(one))) return
      for (const formula of formulas) formula.meta = { ...formula.meta, alone: true }
      before.hidden = after.hidden = true
    })
  })
}

/** `$inline$` and `$$display$$`; kramdown has only `$$`, read by its own rules. */
export const math = (md: MarkdownIt, options: MarkdownOptions): void => {
  const render = drawFormula(md, options)
  const { grammar, mathDelimiters } = options.features
  if (remarks.has(grammar)) {
    md.use(remarkMath, render, mathDelimiters.length === 0 || mathDelimiters.includes('$'))
    return
  }
  if (mathDelimiters.length > 0 && grammar !== 'kramdown') {
    configuredMath(md, mathDelimiters, render)
    return
  }
  if (grammar !== 'kramdown') {
    md.use(tex, { delimiters: 'dollars', render })
    if (grammar === 'commonmark') md.inline.ruler.after('escape', 'dollar_of_word', dollarOfWord)
    return
  }
  md.renderer.rules.kramdown_math = (tokens, index, _options, env: MarkdownEnv) =>
    render(itemAt(tokens, index).content, true, env)
  md.renderer.rules.kramdown_math_inline = (tokens, index, _options, env: MarkdownEnv) =>
    render(itemAt(tokens, index).content, false, env)
}
