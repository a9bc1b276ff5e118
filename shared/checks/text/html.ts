import { t } from '../../texts/translate'
import type { TextCheck } from '../site/check'

/** Elements of HTML that are never closed. */
export const htmlOpen: TextCheck = {
  name: 'html-open',
  severity: 'warning',
  about: t('checks.aboutHtml'),
  inText: ({ body }) =>
    body.openTags.map(({ name, ...place }) => ({ ...place, message: t('checks.neverClosed', { name }) })),
}
