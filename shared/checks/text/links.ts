import { gfmAddresses } from '../../markdown/links/gfm-links'
import type { TextCheck } from '../site/check'

/** Links that lead nowhere, or that nobody can press. */
export const linkEmpty: TextCheck = {
  name: 'link-empty',
  severity: 'warning',
  about: 'A link has no address, or no words to press.',
  inText: ({ body }) =>
    body.links.flatMap(({ target, words, wordsAt, whole, written }) => {
      if (written === 'definition' || written === 'html' || words === null) return []
      const isEmpty = target.trim() === '' || target === '#'
      if (!isEmpty && words.trim() !== '') return []
      return [
        {
          ...whole,
          message: isEmpty ? 'The link has no address' : 'The link has no words',
          fixes: [{ label: 'Write it', changes: [], caret: isEmpty ? wordsAt + words.length + 2 : wordsAt }],
        },
      ]
    }),
}

/** Addresses that stand in the text as they are. */
export const linkBare: TextCheck = {
  name: 'link-bare',
  severity: 'hint',
  about: 'An address stands in the text without being written as a link.',
  inText: ({ body, id }, { features }) =>
    body.bare.map(({ text, ...place }) => {
      const isMdx = /\.mdx$/i.test(id)
      const insert = isMdx ? `[${text}](${text})` : `<${text}>`
      return {
        ...place,
        severity: features.autolinks ? ('hint' as const) : ('warning' as const),
        message: `The address **${shortened(text)}** stands in the text`,
        detail: features.autolinks
          ? 'Give it words, or mark it as an address'
          : 'This site makes no link of it',
        fixes:
          gfmAddresses.in(text).length === 1
            ? [
                {
                  label: isMdx ? 'Make it a link' : 'Put it in < >',
                  changes: [{ from: place.from, to: place.to, insert }],
                },
              ]
            : [],
      }
    }),
}

const shortened = (address: string): string => (address.length > 60 ? `${address.slice(0, 59)}…` : address)
