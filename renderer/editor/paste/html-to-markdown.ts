import TurndownService from 'turndown'
import { cleanHtml } from './clean-html'
import { escaped } from './escape-words'
import { markdownRules } from './markdown-rules'
import { writeNotes } from './pasted-notes'

const service = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
})
for (const [name, rule] of Object.entries(markdownRules)) service.addRule(name, rule)

service.escape = escaped

/**
 * Converts copied HTML to markdown. It is sanitized first; images keep their addresses. `onLostImage` is called for each
 * image that only its own program can read; footnotes get labels other than the taken ones.
 */
export const htmlToMarkdown = (
  html: string,
  onLostImage?: () => void,
  takenNotes: ReadonlySet<string> = new Set(),
): string =>
  writeNotes(service.turndown(cleanHtml(html, onLostImage)), takenNotes)
    .replace(/(?<=\S)\*{4}(?=\S)/g, '') // bold text that was split
    .replace(/(?<![ \t])[ \t]+$/gm, (blanks) => (blanks === '  ' ? blanks : ''))
    .replace(/^ +$|(?<! ) +(?=\n\n)/gm, '') // a line break at the end of a paragraph has no effect
    .replace(/\n{3,}/g, '\n\n')
    .trim()
