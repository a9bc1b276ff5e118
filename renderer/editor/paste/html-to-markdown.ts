import TurndownService from 'turndown'
import { cleanHtml } from './clean-html'
import { markdownRules } from './markdown-rules'

const service = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
})
for (const [name, rule] of Object.entries(markdownRules)) service.addRule(name, rule)

/** Escapes only what would otherwise be markup. */
const escaped = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/\*(?=\S)|(?<=\S)\*/g, '\\*')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\[(?=[^\]]*\][([:])|\[(?=\^)/g, '\\[')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/~(?=\S)|(?<=\S)~/g, '\\~')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s)|>|={2,}\s*$|-{2,}\s*$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s)/, '$1\\$2')

service.escape = escaped

/** Converts copied HTML to markdown. It is sanitized first; images keep their addresses. */
export const htmlToMarkdown = (html: string): string =>
  service
    .turndown(cleanHtml(html))
    .replace(/(?<=\S)\*{4}(?=\S)/g, '') // bold text that was split
    .replace(/[ \t]+$/gm, (blanks) => (blanks === '  ' ? blanks : ''))
    .replace(/^ +$| +(?=\n\n)/gm, '') // a line break at the end of a paragraph has no effect
    .replace(/\n{3,}/g, '\n\n')
    .trim()
