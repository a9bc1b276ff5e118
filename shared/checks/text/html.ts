import type { TextCheck } from '../site/check'

/** Elements of HTML that are never closed. */
export const htmlOpen: TextCheck = {
  name: 'html-open',
  severity: 'warning',
  about: 'An HTML element is opened and never closed, so that it takes in the rest of the page.',
  inText: ({ body }) =>
    body.openTags.map(({ name, ...place }) => ({ ...place, message: `**<${name}>** is never closed` })),
}
