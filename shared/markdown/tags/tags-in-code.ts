import type MarkdownIt from 'markdown-it'
import { t } from '../../texts/translate'
import type { MarkdownFeatures } from '../options/features'

const tag =
  /\{%-?\s*raw\s*-?%\}([\s\S]{0,4000}?)\{%-?\s*endraw\s*-?%\}|\{\{[\s\S]{0,1000}?\}\}|\{%[\s\S]{0,1000}?%\}/g

/** An empty mark for what only the site knows, where a box would be too much. */
export const filledIn = (md: MarkdownIt, source: string): string =>
  `<span class="dialect filled-in" data-source="${md.utils.escapeHtml(source)}" title="${t('preview.siteFillsIn')}"></span>`

/**
 * Code with tags that a template engine fills in before markdown is read, as Jekyll and Eleventy do it: what they become
 * only the site knows, so each is an empty mark that names it. Null for code without any.
 */
export const codeWithTags = (
  md: MarkdownIt,
  code: string,
  { grammar, dialects }: MarkdownFeatures,
): string | null => {
  if (!dialects.includes('templates')) return null
  // Hexo keeps code from its engine, but for what says `raw`.
  const fills = grammar === 'kramdown' || grammar === 'markdown-it'
  if (!/\{[{%]/.test(code)) return null
  const { escapeHtml } = md.utils
  let html = ''
  let done = 0
  for (const { 0: source, 1: raw, index } of code.matchAll(tag)) {
    if (raw === undefined && !fills) continue
    const shown = raw === undefined ? filledIn(md, source) : escapeHtml(raw)
    html += escapeHtml(code.slice(done, index)) + shown
    done = index + source.length
  }
  return done === 0 ? null : html + escapeHtml(code.slice(done))
}
