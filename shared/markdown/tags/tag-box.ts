import type MarkdownIt from 'markdown-it'
import { t } from '../../texts/translate'

/** A labelled box for what only the site can fill in. */
export const tagBox = (md: MarkdownIt, tag: 'div' | 'span', label: string, source: string): string => {
  const { escapeHtml } = md.utils
  return `<${tag} class="dialect" title="${escapeHtml(t('preview.filledInBySite', { label }))}"><span class="dialect-label">${label}</span> <code dir="ltr">${escapeHtml(source)}</code></${tag}>`
}

/** The mark that divides excerpt and rest, in the spellings the generators know. */
export const moreMark = /^\s*<!--\s*more\s*-->\s*$/i

/** What stands for `<!--more-->`. */
export const moreBox = (md: MarkdownIt): string => tagBox(md, 'div', t('preview.excerptEnds'), '<!--more-->')
