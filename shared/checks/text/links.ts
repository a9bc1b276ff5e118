import { gfmAddresses } from '../../markdown/links/gfm-links'
import { t } from '../../texts/translate'
import type { TextCheck } from '../site/check'

/** Links without an address or without text. */
export const linkEmpty: TextCheck = {
  name: 'link-empty',
  severity: 'warning',
  about: t('checks.aboutEmptyLink'),
  inText: ({ body }) =>
    body.links.flatMap(({ target, words, wordsAt, whole, written }) => {
      if (written === 'definition' || written === 'html' || words === null) return []
      const isEmpty = target.trim() === '' || target === '#'
      if (!isEmpty && words.trim() !== '') return []
      return [
        {
          ...whole,
          message: isEmpty ? t('checks.noAddress') : t('checks.noWords'),
          fixes: [
            {
              label: t('checks.writeIt'),
              changes: [],
              caret: isEmpty ? wordsAt + words.length + 2 : wordsAt,
            },
          ],
        },
      ]
    }),
}

/** Addresses in the text without link syntax. */
export const linkBare: TextCheck = {
  name: 'link-bare',
  severity: 'hint',
  about: t('checks.aboutBare'),
  inText: ({ body, id }, { features }) =>
    body.bare.map(({ text, ...place }) => {
      const isMdx = /\.mdx$/i.test(id)
      const insert = isMdx ? `[${text}](${text})` : `<${text}>`
      return {
        ...place,
        severity: features.autolinks ? ('hint' as const) : ('warning' as const),
        message: t('checks.bareAddress', { address: shortened(text) }),
        detail: features.autolinks ? t('checks.giveText') : t('checks.noAutolink'),
        fixes:
          gfmAddresses.in(text).length === 1
            ? [
                {
                  label: isMdx ? t('checks.makeLink') : t('checks.putBrackets'),
                  changes: [{ from: place.from, to: place.to, insert }],
                },
              ]
            : [],
      }
    }),
}

const shortened = (address: string): string => (address.length > 60 ? `${address.slice(0, 59)}…` : address)
