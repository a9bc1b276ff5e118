import type MarkdownIt from 'markdown-it'

/** An address found in text, as markdown-it asks for it. */
interface FoundLink {
  /** Empty where the text leaves it out, as in `www.example.com`. */
  readonly schema: string
  readonly index: number
  readonly lastIndex: number
  readonly raw: string
  readonly text: string
  readonly url: string
}

const start = /(?:^|[^a-z0-9])(https?:\/\/|ftp:\/\/)|(?:^|[\s*_~(])(www\.)|([a-z0-9.+_-]+)@/gi
const domain = /^[\w-]+(?:\.[\w-]+)*/
const mailDomain = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/i

/** How much of `text`, which begins with a domain, belongs to the address; 0 when it is none. */
const addressLength = (text: string, needsPeriod: boolean): number => {
  const host = domain.exec(text)?.[0] ?? ''
  const segments = host.split('.')
  if (host === '' || (needsPeriod && segments.length < 2)) return 0
  if (segments.slice(-2).some((segment) => segment.includes('_'))) return 0
  return trimmed(/^[^\s<]*/.exec(text)?.[0] ?? '').length
}

/** Longer than the name of any entity. */
const longestEntity = 40

// Punctuation, closing brackets without an opening one, and what looks like an entity, belong to the sentence.
const trimmed = (address: string): string => {
  let end = address.length
  let unopened = count(address, ')') - count(address, '(') // what is cut off opens nothing
  for (;;) {
    const last = address[end - 1] ?? ''
    if (/[?!.,:*_~'"]/.test(last)) end--
    else if (last === ')' && unopened > 0) {
      end--
      unopened--
    } else if (last === ';')
      end -= /&[a-z0-9]+;$/i.exec(address.slice(Math.max(0, end - longestEntity), end))?.[0].length ?? 1
    else return address.slice(0, end)
  }
}

const count = (text: string, character: string): number => text.split(character).length - 1

const mailAt = (text: string, name: string, at: number): FoundLink | null => {
  const from = at + name.length + 1
  const host = mailDomain.exec(text.slice(from, from + 255))?.[0].replace(/\.+$/, '') ?? ''
  if (host === '' || /[-_]$/.test(host)) return null
  const raw = text.slice(at, from + host.length)
  return { schema: 'mailto:', index: at, lastIndex: at + raw.length, raw, text: raw, url: `mailto:${raw}` }
}

const webAt = (text: string, schema: string, at: number): FoundLink | null => {
  const isBare = schema.toLowerCase() === 'www.'
  const length = addressLength(text.slice(at + (isBare ? 0 : schema.length)), isBare)
  if (length === 0) return null
  const raw = text.slice(at, at + length + (isBare ? 0 : schema.length))
  return {
    schema: isBare ? '' : schema.slice(0, -2),
    index: at,
    lastIndex: at + raw.length,
    raw,
    text: raw,
    url: isBare ? `http://${raw}` : raw,
  }
}

/** The addresses in a text that GitHub makes links. */
export const gfmLinks = (text: string): FoundLink[] => {
  const found: FoundLink[] = []
  start.lastIndex = 0
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const [all, schema, www, name] = match
    const written = schema ?? www ?? name ?? ''
    const at = match.index + all.length - written.length - (name === undefined ? 0 : 1)
    const link = name === undefined ? webAt(text, written, at) : mailAt(text, name, at)
    if (link) {
      found.push(link)
      start.lastIndex = link.lastIndex
    }
  }
  return found
}

/** Links addresses the GFM way: with a scheme, with `www.`, and mail; a bare `name.com` stays text. */
export const linkLikeGithub = (md: MarkdownIt): void => {
  Object.assign(md, {
    linkify: {
      pretest: (text: string) => /:\/\/|www\.|@/i.test(text),
      test: (text: string) => gfmLinks(text).length > 0,
      match: (text: string) => gfmLinks(text),
      matchAtStart: (text: string) => {
        const schema = /^(?:https?|ftp):\/\//i.exec(text)?.[0]
        return schema ? webAt(text, schema, 0) : null
      },
    },
  })
}
