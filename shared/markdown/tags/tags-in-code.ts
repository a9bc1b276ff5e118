import type MarkdownIt from 'markdown-it'
import { t } from '../../texts/translate'
import type { MarkdownFeatures } from '../options/features'

const tag =
  /\{%-?\s*raw\s*-?%\}([\s\S]{0,4000}?)\{%-?\s*endraw\s*-?%\}|\{\{[\s\S]{0,1000}?\}\}|\{%[\s\S]{0,1000}?%\}/g

/** An empty placeholder for a tag that only the site can fill in, where a box would be too large. */
export const filledIn = (md: MarkdownIt, source: string): string =>
  `<span class="dialect filled-in" data-source="${md.utils.escapeHtml(source)}" title="${t('preview.siteFillsIn')}"></span>`

/**
 * Code with tags that a template engine fills in before markdown is parsed, as in Jekyll and Eleventy. Only
 * the site knows their values, so each becomes an empty placeholder that names it. Null for code without
 * tags.
 */
export const codeWithTags = (
  md: MarkdownIt,
  code: string,
  { grammar, dialects }: MarkdownFeatures,
): string | null => {
  if (!dialects.includes('templates')) return null
  // Hexo does not fill in tags inside code; only `raw` has an effect there.
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
