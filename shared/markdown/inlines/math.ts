import { tex } from '@mdit/plugin-tex'
import type MarkdownIt from 'markdown-it'
import { factsOf, type MarkdownEnv, trusted } from '../options/env'
import type { MarkdownOptions } from '../options/options'

/** `$inline$` and `$$display$$`. The formula engine is passed in; until it is there, the source stands. */
export const math = (md: MarkdownIt, options: MarkdownOptions): void => {
  const { escapeHtml } = md.utils
  md.use(tex, {
    delimiters: 'dollars',
    render: (content: string, display: boolean, env: MarkdownEnv) => {
      const html = options.math?.(content, display) ?? null
      if (html === null) factsOf(env).awaited.add('formulas')
      const inside = html ?? `<code class="math-source">${escapeHtml(content)}</code>`
      return display ? `${trusted(env, `<p class="math-block">${inside}</p>`)}\n` : trusted(env, inside)
    },
  })
}
