import { asDestination } from '../../site/asset-reference'
import type { Fix, Found } from '../findings/finding'
import { addressChange } from '../findings/write-address'
import type { LinkPart } from '../parts/body-parts'
import type { TextCheck } from '../site/check'

/** Addresses that cannot be right. */
export const linkMalformed: TextCheck = {
  name: 'link-malformed',
  severity: 'error',
  about: 'An address is written in a way that no browser can follow.',
  inText: ({ body }) =>
    [
      ...body.links.flatMap((link) => problemOf(link) ?? []),
      ...body.unparsed.map(({ target, from, to, line, column }) => ({
        from,
        to,
        line,
        column,
        message: `**${target}** has a blank in it, so this is no link`,
        fixes: [{ label: 'Write %20', changes: [{ from, to, insert: asDestination(target) }] }],
      })),
    ].sort((a, b) => a.from - b.from),
}

interface Mistake {
  readonly pattern: RegExp
  readonly why: string
  readonly better?: (target: string) => string
}

const mistakes: readonly Mistake[] = [
  {
    pattern: /^https?:(?!\/\/)\/?(?=[^/\s])/i,
    why: 'needs two slashes behind the colon',
    better: (target) => target.replace(/^(https?):\/?/i, '$1://'),
  },
  {
    pattern: /^https?(?:\/\/|;\/\/|:\/\/\/+|:\/\/:)(?=[^/\s])/i,
    why: 'is no address',
    better: (target) => target.replace(/^(https?)[:;]?[/:]+/i, '$1://'),
  },
  {
    pattern: /^(?!https?:)(?:h?t{1,3}p{1,2}s{0,2}|hhttps?|hpp?ts?|httos?):\/\//i,
    why: 'has a misspelled scheme',
    better: (target) => target.replace(/^[a-z]+:/i, (scheme) => (/s:$/i.test(scheme) ? 'https:' : 'http:')),
  },
  {
    pattern: /^(?:https?:\/\/)(?:https?:\/\/)/i,
    why: 'has its scheme twice',
    better: (target) => target.replace(/^https?:\/\/(?=https?:\/\/)/i, ''),
  },
  {
    pattern: /^www\.[\w-]+\.\w/i,
    why: 'lacks https:// and is taken for a page of the site',
    better: (target) => `https://${target}`,
  },
  {
    pattern: /^[\w.+-]+@[\w-]+\.[\w.-]+$/,
    why: 'lacks mailto: and is taken for a page of the site',
    better: (target) => `mailto:${target}`,
  },
  { pattern: /^https?:\/\/(?:[/?#.]|$)/i, why: 'has no host' },
  { pattern: /^https?:\/\/[^/?#]*(?:\.\.|[\s"<>\\^`{|}])/i, why: 'has a host that cannot be' },
  { pattern: /^[^#?]*%(?![\da-f]{2})/i, why: 'has a % that stands for no character' },
  { pattern: /^mailto:(?![^@\s]+@[^@\s]+)[^?]/i, why: 'is no mail address' },
]

const right = /^https?:\/\/[^\s/]/i

const problemOf = (link: LinkPart): Found | null => {
  const { target, from, to, line, column } = link
  if (link.written === 'tag' || /[{}]|\$\(/.test(target)) return null
  const isPlain = right.test(target) && !/%|\.\.|https?:\/\/https?:|:\/\/[:.?#]/i.test(target)
  const mistake = isPlain ? null : mistakes.find(({ pattern }) => pattern.test(target))
  if (!mistake) return null
  const { why, better } = mistake
  const fixes: Fix[] = better
    ? [{ label: `Use ${better(target)}`, changes: [addressChange(link, better(target))] }]
    : []
  return { from, to, line, column, message: `**${target}** ${why}`, fixes }
}
