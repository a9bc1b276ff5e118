import type MarkdownIt from 'markdown-it'

/** A line break in a paragraph is shown as one. */
export const lineBreaks = (md: MarkdownIt): void => {
  md.renderer.rules.softbreak = (_tokens, _index, options) => (options.xhtmlOut ? '<br />\n' : '<br>\n')
}
