import type MarkdownIt from 'markdown-it'

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi

/** A text with its entities replaced by what they stand for. */
export const withoutEntities = (md: MarkdownIt, text: string): string =>
  text.replace(entity, (written) => md.utils.unescapeAll(written))
