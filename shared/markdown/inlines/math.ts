import { tex } from '@mdit/plugin-tex'
import type MarkdownIt from 'markdown-it'
import { factsOf, type MarkdownEnv, trusted } from '../options/env'
import type { MarkdownOptions } from '../options/options'

/** A formula as its engine draws it; until it is there, the source stands. */
const drawFormula =
  (md: MarkdownIt, options: MarkdownOptions) =>
  (content: string, display: boolean, env: MarkdownEnv): string => {
    const html = options.math?.(content, display) ?? null
    if (html === null) factsOf(env).awaited.add('formulas')
    const inside = html ?? `<code class="math-source">${md.utils.escapeHtml(content)}</code>`
    return display ? `${trusted(env, `<p class="math-block">${inside}</p>`)}\n` : trusted(env, inside)
  }

/** `$inline$` and `$$display$$`; kramdown reads two dollars alone, and does so itself. */
export const math = (md: MarkdownIt, options: MarkdownOptions): void => {
  const render = drawFormula(md, options)
  if (options.features.grammar !== 'kramdown') {
    md.use(tex, { delimiters: 'dollars', render })
    return
  }
  md.renderer.rules.kramdown_math = (tokens, index, _options, env: MarkdownEnv) =>
    render(tokens[index]?.content ?? '', true, env)
  md.renderer.rules.kramdown_math_inline = (tokens, index, _options, env: MarkdownEnv) =>
    render(tokens[index]?.content ?? '', false, env)
}
