import { t } from '../../texts/translate'
import type { TextCheck } from '../site/check'

/** HTML elements that are never closed. */
export const htmlOpen: TextCheck = {
  name: 'html-open',
  severity: 'warning',
  about: t('checks.aboutHtml'),
  inText: ({ body }) =>
    body.openTags.map(({ name, ...place }) => ({ ...place, message: t('checks.neverClosed', { name }) })),
}
