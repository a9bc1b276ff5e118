import type { TextCheck } from '../site/check'

/** What the writer meant to do before publishing. */
export const todo: TextCheck = {
  name: 'todo',
  severity: 'warning',
  about: 'A reminder such as TODO was left in the text.',
  inText: ({ body }) =>
    body.reminders.map(({ text, ...place }) => ({ ...place, message: `**${text}** was left in the text` })),
}
