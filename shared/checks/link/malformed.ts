import { asDestination } from '../../site/asset-reference'
import { type TextKey, t } from '../../texts/translate'
import type { Fix, Found } from '../findings/finding'
import { addressChange } from '../findings/write-address'
import type { LinkPart } from '../parts/body-parts'
import type { TextCheck } from '../site/check'

/** Invalid addresses. */
export const linkMalformed: TextCheck = {
  name: 'link-malformed',
  severity: 'error',
  about: t('checks.aboutMalformed'),
  inText: ({ body }) =>
    [
      ...body.links.flatMap((link) => problemOf(link) ?? []),
      ...body.unparsed.map(({ target, from, to, line, column }) => ({
        from,
        to,
        line,
        column,
        message: t('checks.spaceInAddress', { target }),
        fixes: [{ label: t('checks.writePercent'), changes: [{ from, to, insert: asDestination(target) }] }],
      })),
    ].sort((a, b) => a.from - b.from),
}

interface Mistake {
  readonly pattern: RegExp
  /** The message about what is wrong with the target. */
  readonly why: Extract<
    TextKey,
    `checks.${'needsSlashes' | 'notAddress' | 'misspelledScheme' | 'schemeTwice' | 'lacksHttps' | 'lacksMailto' | 'hostMissing' | 'badHost' | 'badPort' | 'incomplete' | 'badPercent' | 'notMail'}`
  >
  readonly better?: (target: string) => string
}

const mistakes: readonly Mistake[] = [
  {
    pattern: /^https?:(?!\/\/)\/?(?=[^/\s])/i,
    why: 'checks.needsSlashes',
    better: (target) => target.replace(/^(https?):\/?/i, '$1://'),
  },
  {
    pattern: /^https?(?:\/\/|;\/\/|:\/\/\/+|:\/\/:)(?=[^/\s])/i,
    why: 'checks.notAddress',
    better: (target) => target.replace(/^(https?)[:;]?[/:]+/i, '$1://'),
  },
  {
    pattern: /^(?!https?:)(?:h?t{1,3}p{1,2}s{0,2}|hhttps?|hpp?ts?|httos?):\/\//i,
    why: 'checks.misspelledScheme',
    better: (target) => target.replace(/^[a-z]+:/i, (scheme) => (/s:$/i.test(scheme) ? 'https:' : 'http:')),
  },
  {
    pattern: /^(?:https?:\/\/)(?:https?:\/\/)/i,
    why: 'checks.schemeTwice',
    better: (target) => target.replace(/^https?:\/\/(?=https?:\/\/)/i, ''),
  },
  {
    pattern: /^www\.[\w-]+\.\w/i,
    why: 'checks.lacksHttps',
    better: (target) => `https://${target}`,
  },
  {
    pattern: /^[\w.+-]+@[\w-]+\.[\w.-]+$/,
    why: 'checks.lacksMailto',
    better: (target) => `mailto:${target}`,
  },
  { pattern: /^https?:\/\/(?:[/?#.]|$)/i, why: 'checks.hostMissing' },
  { pattern: /^https?:\/\/[^/?#]*(?:\.\.|[\s"<>\\^`{|}])/i, why: 'checks.badHost' },
  {
    // Up to 65,535, after a name, an address in brackets, or a user.
    pattern:
      /^https?:\/\/(?:[^/?#@]*@)?(?![^/?#]*@)(?:\[[^\]]*\]|[^:/?#@[]+):(?!(?:0*(?:[0-5]?\d{0,4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5]))(?:[/?#]|$))/i,
    why: 'checks.badPort',
  },
  { pattern: /^(?:mailto|tel|sms):$/i, why: 'checks.incomplete' },
  { pattern: /^[^#?]*%(?![\da-f]{2})/i, why: 'checks.badPercent' },
  { pattern: /^mailto:(?![^@\s]+@[^@\s]+)[^?]/i, why: 'checks.notMail' },
]

const right = /^https?:\/\/[^\s/?#:"<>\\^`{|}]+(?:[/?#]|$)/i

const problemOf = (link: LinkPart): Found | null => {
  const { target, from, to, line, column } = link
  if (link.written === 'tag' || /[{}]|\$\(/.test(target)) return null
  const isPlain = right.test(target) && !/%|\.\.|https?:\/\/https?:|:\/\/[:.?#]/i.test(target)
  const mistake = isPlain ? null : mistakes.find(({ pattern }) => pattern.test(target))
  if (!mistake) return null
  const { why, better } = mistake
  const fixes: Fix[] = better
    ? [{ label: t('checks.use', { value: better(target) }), changes: [addressChange(link, better(target))] }]
    : []
  return { from, to, line, column, message: t(why, { target }), fixes }
}
