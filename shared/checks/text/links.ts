import { gfmAddresses } from '../../markdown/links/gfm-links'
import { t } from '../../texts/translate'
import { type BodyParts, foldLabel, type LinkPart } from '../parts/body-parts'
import type { TextCheck } from '../site/check'

/** Blanks and comments. */
const nothing = /^(?:\s|<!--(?:(?!-->)[\s\S])*-->)*$/

/** Links without an address or without text. */
export const linkEmpty: TextCheck = {
  name: 'link-empty',
  severity: 'warning',
  about: t('checks.aboutEmptyLink'),
  inText: ({ body }) =>
    linksToRead(body).flatMap(({ target, words, wordsAt, whole, from, written }) => {
      const isEmpty = target.trim() === '' || target === '#'
      if (!isEmpty && (words === null || !nothing.test(words))) return []
      const isAfterWords = written === 'inline' || written === 'angle'
      const address = isAfterWords && words !== null ? wordsAt + words.length + 2 : from
      return [
        {
          ...whole,
          message: isEmpty ? t('checks.noAddress') : t('checks.noWords'),
          fixes: [{ label: t('checks.writeIt'), changes: [], caret: isEmpty ? address : wordsAt }],
        },
      ]
    }),
}

/** Links with their own text, and used definitions, as `[comment]: <> (…)` is a way to write a comment. */
const linksToRead = ({ links, definitions, references }: BodyParts): readonly LinkPart[] => {
  const used = new Set(references.map(({ label }) => foldLabel(label)))
  const unused = new Set(
    definitions.flatMap(({ label, whole }) => (used.has(foldLabel(label)) ? [] : [whole.from])),
  )
  return links.filter(({ words, written, whole }) =>
    written === 'definition' ? !unused.has(whole.from) : words !== null,
  )
}

/** Addresses in the text without link syntax. */
export const linkBare: TextCheck = {
  name: 'link-bare',
  severity: 'hint',
  about: t('checks.aboutBare'),
  inText: ({ body, id }, { features }) =>
    body.bare.map(({ text, isInHtml, ...place }) => {
      const isMdx = /\.mdx$/i.test(id)
      const isHtml = isInHtml && !isMdx
      const isLinked = features.autolinks && !isHtml
      const insert = isHtml ? htmlLink(text) : isMdx ? `[${text}](${text})` : `<${text}>`
      return {
        ...place,
        severity: isLinked ? ('hint' as const) : ('warning' as const),
        message: t('checks.bareAddress', { address: shortened(text) }),
        detail: isLinked ? t('checks.giveText') : t('checks.noAutolink'),
        fixes:
          gfmAddresses.in(text).length === 1
            ? [
                {
                  label: isMdx || isHtml ? t('checks.makeLink') : t('checks.putBrackets'),
                  changes: [{ from: place.from, to: place.to, insert }],
                },
              ]
            : [],
      }
    }),
}

const htmlLink = (address: string): string => `<a href="${address.replaceAll('"', '&quot;')}">${address}</a>`

const shortened = (address: string): string => (address.length > 60 ? `${address.slice(0, 59)}…` : address)
