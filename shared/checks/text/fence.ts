import { t } from '../../texts/translate'
import type { TextCheck } from '../site/check'

/** Code blocks without an end. */
export const fenceOpen: TextCheck = {
  name: 'fence-open',
  severity: 'error',
  about: t('checks.aboutFence'),
  inText: ({ body, text }) =>
    body.openFences.map(({ mark, indent, end: contentEnd, ...place }) => {
      const end = text.slice(0, contentEnd).trimEnd().length
      const insert = `\n${indent.replace(/[^\s>]/g, ' ')}${mark}`
      const message = t('checks.openFence')
      return {
        ...place,
        message,
        fixes: [{ label: t('checks.closeFence'), changes: [{ from: end, to: end, insert }] }],
      }
    }),
}
