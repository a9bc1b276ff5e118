import { t } from '../../texts/translate'
import type { TextCheck } from '../site/check'

/** Reminders of something to do before publishing. */
export const todo: TextCheck = {
  name: 'todo',
  severity: 'warning',
  about: t('checks.aboutReminders'),
  inText: ({ body }) =>
    body.reminders.map(({ text, ...place }) => ({ ...place, message: t('checks.reminder', { text }) })),
}
