import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { codeName } from '../code/code-text'
import { factsOf, type MarkdownEnv, trusted } from '../options/env'
import type { MarkdownOptions } from '../options/options'
import { codeWithTags } from '../tags/tags-in-code'

/** Code as Hexo highlights it: without the indentation common to all lines. */
const withoutIndent = (code: string): string => {
  let width = Number.POSITIVE_INFINITY
  for (const [blanks] of code.matchAll(/^[ \t]*(?=\S)/gm)) width = Math.min(width, blanks.length)
  return width > 0 && width < Number.POSITIVE_INFINITY
    ? code.replace(new RegExp(`^[ \\t]{${width}}`, 'gm'), '')
    : code
}

const languageOf = (info: string): string => /^[^\s{,:]+/.exec(info.trim())?.[0] ?? ''

/** Draws fenced and indented code, highlighted if enabled, and Mermaid and `math` fences. */
export const codeBlocks = (md: MarkdownIt, options: MarkdownOptions): void => {
  const { escapeHtml } = md.utils
  const { features, highlight, math, diagram } = options
  md.renderer.rules.fence = (tokens, index, _options, env: MarkdownEnv, self) => {
    const token = tokens[index]
    if (!token) return ''
    if (features.grammar === 'marked') token.content = withoutIndent(token.content)
    const language = languageOf(md.utils.unescapeAll(token.info))
    const name = language.toLowerCase()
    if (name === 'mermaid' && features.mermaid) {
      const drawn = diagram?.(token.content) ?? null
      if (drawn !== null) return `${trusted(env, drawn)}\n`
      return `${trusted(
        env,
        `<pre class="mermaid-source"${self.renderAttrs(token)}><code>${escapeHtml(token.content)}</code></pre>`,
      )}\n`
    }
    if (name === 'math' && features.math) {
      const html = math?.(token.content, true) ?? null
      if (html !== null)
        return `${trusted(env, `<p class="math-block"${self.renderAttrs(token)}>${html}</p>`)}\n`
      factsOf(env).awaited.add('formulas')
    }
    const inside = withTags(token) ?? highlighted(token.content, name, env) ?? escapeHtml(token.content)
    const named = language ? ` class="language-${escapeHtml(language)}"` : ''
    return `${trusted(env, `<pre${self.renderAttrs(token)}><code${named}>${inside}</code></pre>`)}\n`
  }
  const withTags = ({ content, meta }: Token): string | null =>
    meta?.plainTags ? null : codeWithTags(md, content, features)
  md.renderer.rules.code_inline = (tokens, index, _options, env: MarkdownEnv, self) => {
    const token = tokens[index]
    const inside = token && withTags(token)
    if (!token || inside === null)
      return `<code${token ? self.renderAttrs(token) : ''}>${escapeHtml(token?.content ?? '')}</code>`
    return `<code${self.renderAttrs(token)}>${trusted(env, inside ?? '')}</code>`
  }
  md.renderer.rules.code_block = (tokens, index, _options, env: MarkdownEnv, self) => {
    const token = tokens[index]
    if (!token) return ''
    const inside = withTags(token) ?? escapeHtml(token.content)
    return `${trusted(env, `<pre${self.renderAttrs(token)}><code>${inside}</code></pre>`)}\n`
  }
  const highlighted = (code: string, language: string, env: MarkdownEnv): string | null => {
    if (!features.highlight || !highlight || language === '') return null
    const { html, final } = highlight(code, language)
    if (!final) factsOf(env).awaited.add(codeName(code, language))
    return html
  }
}
