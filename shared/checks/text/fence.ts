import type { TextCheck } from '../site/check'

/** Code blocks without an end. */
export const fenceOpen: TextCheck = {
  name: 'fence-open',
  severity: 'error',
  about: 'A code block has no end, so that the rest of the post is code.',
  inText: ({ body, text }) =>
    body.openFences.map(({ mark, indent, ...place }) => {
      const end = text.trimEnd().length
      const insert = `\n${indent.replace(/[^\s>]/g, ' ')}${mark}`
      const message = 'The code block has no end'
      return {
        ...place,
        message,
        fixes: [{ label: 'Close it at the end', changes: [{ from: end, to: end, insert }] }],
      }
    }),
}
