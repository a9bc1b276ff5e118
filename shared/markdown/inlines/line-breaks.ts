import type MarkdownIt from 'markdown-it'

/** Shows a line break in a paragraph as a line break. */
export const lineBreaks = (md: MarkdownIt): void => {
  md.renderer.rules.softbreak = (_tokens, _index, options) => (options.xhtmlOut ? '<br />\n' : '<br>\n')
}
