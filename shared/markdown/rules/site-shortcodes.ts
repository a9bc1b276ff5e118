import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { type MarkdownEnv, trusted } from '../options/env'
import type { MarkdownOptions } from '../options/options'
import { readTag } from '../tags/known-shortcodes'
import { sanitised } from './raw-html'

const hole = /\{\{\s*([\w-]+)\s*\}\}/g
/** What one template may become. */
const longest = 20_000

/**
 * Shows a site's own shortcodes and tags by the templates in its `postwright.json`: HTML, or markdown of one line, with
 * `{{ name }}` and `{{ 0 }}` for what the tag is given. What comes of it is made as harmless as the HTML of a post.
 */
export const siteShortcodes = (md: MarkdownIt, options: MarkdownOptions): void => {
  const templates = new Map(Object.entries(options.features.shortcodes))
  for (const type of ['dialect_block', 'dialect_inline'] as const) {
    const usual = md.renderer.rules[type]
    md.renderer.rules[type] = (tokens, index, mdOptions, env: MarkdownEnv, self) => {
      const read = readTag(tokens[index]?.content ?? '')
      const template = templates.get(read?.name.replace(/^\//, '') ?? '')
      if (!read || template === undefined) return usual?.(tokens, index, mdOptions, env, self) ?? ''
      if (read.name.startsWith('/')) return '' // what it closes has no end of its own here
      const filled = template
        .replace(hole, (_all, name: string) =>
          md.utils.escapeHtml(read.named.get(name) ?? read.listed[Number(name)] ?? ''),
        )
        .slice(0, longest)
      return trusted(
        env,
        sanitised(filled.startsWith('<') ? filled : inlineOf(md, filled, env), options, inner(env)),
      )
    }
  }
}

const inner = (env: MarkdownEnv): MarkdownEnv => ({ ...env, slots: null })

const inlineOf = (md: MarkdownIt, text: string, env: MarkdownEnv): string => {
  const tokens: Token[] = []
  const own: MarkdownEnv = { ...inner(env), plainTags: true }
  md.inline.parse(text, md, own, tokens)
  return md.renderer.renderInline(tokens, md.options, own)
}
