import type MarkdownIt from 'markdown-it'
import { t } from '../../texts/translate'

/** A labelled box for a tag that only the site can fill in. */
export const tagBox = (md: MarkdownIt, tag: 'div' | 'span', label: string, source: string): string => {
  const { escapeHtml } = md.utils
  return `<${tag} class="dialect" title="${escapeHtml(t('preview.filledInBySite', { label }))}"><span class="dialect-label">${label}</span> <code dir="ltr">${escapeHtml(source)}</code></${tag}>`
}

/** The mark between excerpt and rest, in the spellings that generators accept. */
export const moreMark = /^\s*<!--\s*more\s*-->\s*$/i

/** The box shown for `<!--more-->`. */
export const moreBox = (md: MarkdownIt): string => tagBox(md, 'div', t('preview.excerptEnds'), '<!--more-->')
