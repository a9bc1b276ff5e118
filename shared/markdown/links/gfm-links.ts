import type { AddressFinder, FoundAddress } from './autolinks'

const start =
  /(?:^|[^a-z0-9])(https?:\/\/|ftp:\/\/)|(?:^|[\s*_~(])(www\.)|(?<=^|[^a-z0-9.+_-]|(?:^|[\s*~(])www\.)([a-z0-9.+_-]+)@/gi
/** In remark, `www.` may stand behind any punctuation. */
const remarkStart =
  /(?:^|[^a-z0-9])(https?:\/\/|ftp:\/\/)|(?:^|[\s\p{P}\p{S}])(www\.)|(?<=^|[^a-z0-9.+_-]|(?:^|[\s\p{P}\p{S}])www\.)([a-z0-9.+_-]+)@/giu
const oldRemarkStart =
  /(?:^|[^a-z0-9])(https?:\/\/|ftp:\/\/)|(?:^|[\s*_~("':])(www\.)|(?<=^|[^a-z0-9.+_-]|(?:^|[\s*~("':])www\.)([a-z0-9.+_-]+)@/gi
/** In marked, `www.` may stand anywhere. */
const markedStart =
  /(?:^|[^a-z0-9])(https?:\/\/|ftp:\/\/)|(www\.)|(?<=^|[^a-z0-9.+_-]|www\.)([a-z0-9.+_-]+)@/gi
const domain = /^[\w-]+(?:\.[\w-]+)*/
/** Signs of other scripts may be part of a name, punctuation and symbols may not. */
const wideDomain = /^(?:[^\s\p{P}\p{S}]|[\w-])+(?:\.(?:[^\s\p{P}\p{S}]|[\w-])+)*/u
const mailDomain = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/i

/** Four times what a name in DNS may have (RFC 1035); a refused host is read again from its next `www.`. */
const longestHost = 1_000

/** How much of `text`, which begins with a domain, belongs to the address; 0 if it is not an address. */
const addressLength = (
  text: string,
  needsPeriod: boolean,
  { host: hosts, ending, underscores }: Kind,
): number => {
  const host = hosts.exec(text.slice(0, longestHost + 1))?.[0] ?? ''
  const segments = host.split('.')
  if (host === '' || host.length > longestHost || (needsPeriod && segments.length < 2)) return 0
  if (!underscores && segments.slice(-2).some((segment) => segment.includes('_'))) return 0
  return trimmed(/^[^\s<]*/.exec(text)?.[0] ?? '', ending).length
}

/** Longer than the name of any entity. */
const longestEntity = 40

// Trailing punctuation, unmatched closing brackets and apparent entities are not part of the address.
const trimmed = (address: string, ending: RegExp): string => {
  let end = address.length
  let unopened = count(address, ')') - count(address, '(') // the part cut off contains no `(`
  for (;;) {
    const last = address.charAt(end - 1)
    if (ending.test(last)) end--
    else if (last === ')' && unopened > 0) {
      end--
      unopened--
    } else if (last === ';')
      end -= /&[a-z0-9]+;$/i.exec(address.slice(Math.max(0, end - longestEntity), end))?.[0].length ?? 1
    else return address.slice(0, end)
  }
}

const count = (text: string, character: string): number => text.split(character).length - 1

const mailAt = (text: string, written: string, start: number, kind: Kind): FoundAddress | null => {
  const { lastOfHost: last } = kind
  // Without a name right after a slash, what follows the next sign may be one.
  const skipped = kind.slashBeforeMail || text[start - 1] !== '/' ? 0 : written.search(/(?<=[.+-])[a-z0-9_]/i)
  if (skipped < 0) return null
  const at = start + skipped
  const from = start + written.length + 1
  const host = mailDomain.exec(text.slice(from, from + 255))?.[0].replace(/(?<!\.)\.+$/, '') ?? ''
  if (host === '' || !last.test(host)) return null
  const end = from + host.length
  return { from: at, to: end, url: `mailto:${text.slice(at, end)}` }
}

const webAt = (text: string, schema: string, at: number, kind: Kind): FoundAddress | null => {
  const isBare = schema.toLowerCase() === 'www.'
  if (isBare && kind.loneWww && !kind.host.test(text.slice(at + 4, at + 5)))
    return { from: at, to: at + 3, url: `http://${text.slice(at, at + 3)}` }
  const length = addressLength(text.slice(at + (isBare ? 0 : schema.length)), isBare, kind)
  if (length === 0) return null
  const to = at + length + (isBare ? 0 : schema.length)
  return { from: at, to, url: isBare ? `http://${text.slice(at, to)}` : text.slice(at, to) }
}

interface Kind {
  /** How the host of a mail address ends. */
  readonly lastOfHost: RegExp
  readonly host: RegExp
  /** The last two parts of a host may have underscores. */
  readonly underscores: boolean
  /** The signs that are no part of an address at its end. */
  readonly ending: RegExp
  /** A mail address may stand right behind a slash. */
  readonly slashBeforeMail: boolean
  readonly start: RegExp
  /** `www.` without anything behind it is an address. */
  readonly loneWww?: true
  /** What may not stand right before an address with a scheme. */
  readonly notBehind?: RegExp
  /** Addresses that begin like this are not linked. */
  readonly never?: RegExp
}

const finder = (kind: Kind): AddressFinder => ({
  hint: /:\/\/|www\.|@/i,
  at: (text, at) => {
    const schema = /^(?:https?|ftp):\/\//i.exec(text.slice(at, at + 10))?.[0]
    if (!schema || kind.never?.test(schema) || kind.notBehind?.test(text.charAt(at - 1))) return null
    return webAt(text, schema, at, kind)
  },
  in: (text) => {
    const found: FoundAddress[] = []
    const { start } = kind
    start.lastIndex = 0
    for (let match = start.exec(text); match; match = start.exec(text)) {
      const [all, schema, www, name] = match
      const written = schema ?? www ?? name ?? ''
      const at = match.index + all.length - written.length - (name === undefined ? 0 : 1)
      if (name === undefined && kind.never?.test(written)) continue
      const link = name === undefined ? webAt(text, written, at, kind) : mailAt(text, name, at, kind)
      if (link) {
        found.push(link)
        start.lastIndex = link.to
      }
    }
    return found
  },
})

const gfm: Kind = {
  lastOfHost: /[a-z]$/i, // a version (`react@18.2.0`) is no host
  host: domain,
  underscores: false,
  ending: /[?!.,:*_~'"]/,
  slashBeforeMail: true,
  start,
}
const remark: Kind = {
  ...gfm,
  host: wideDomain,
  ending: /[?!.,:*_~'"\]]/,
  start: remarkStart,
  loneWww: true,
  notBehind: /[a-z]/i,
  never: /^ftp/i,
}

/** The addresses that GitHub links: with a scheme, with `www.`, and mail; a bare `name.com` stays text. */
export const gfmAddresses = finder(gfm)

/** The same for remark-gfm and renderers based on it: `ftp:` is not linked. */
export const remarkAddresses = finder(remark)

/** The same for Sätteri. */
export const satteriAddresses = finder({ ...remark, slashBeforeMail: false })

/** The same for remark-gfm 1, which takes a version for a host. */
export const oldRemarkAddresses = finder({
  ...remark,
  start: oldRemarkStart,
  slashBeforeMail: false,
  lastOfHost: /[a-z\d]$/i,
})

/** The same for marked, which takes a version for a host and links nothing inside raw HTML links. */
export const markedAddresses: AddressFinder = {
  ...finder({
    ...gfm,
    start: markedStart,
    underscores: true,
    lastOfHost: /[a-z\d]$/i,
    never: /^(?!www\.)[wW]{3}\./,
  }),
  minds: 'html-links',
  entities: true,
}
