/**
 * A link whose prefix says what it names: Pelican's `{filename}a.md`, Nikola's `link://slug/a`, Docusaurus's
 * `pathname:///a.zip`.
 */
export interface SiteLink {
  /** The prefix as written. */
  readonly front: string
  /** `file`: a path from content folder or current file; `site-file`: from the site root; `slug`: a page. */
  readonly names: 'file' | 'site-file' | 'slug' | 'address' | 'something-else'
}

const pelicanMark = /^(?:\{|%7b|\|)(filename|static|attach|index|tag|category|author)(?:\}|%7d|\|)/i
const pathname = 'pathname://'
const nikolaMark = /^link:\/\/(\w+)\/?/i

const ofNikola = { slug: 'slug', filename: 'site-file' } as const

/** The prefix of a target in the link syntax of Pelican or Nikola; null for any other target. */
export const siteLinkOf = (target: string): SiteLink | null => {
  if (target.startsWith(pathname)) return { front: pathname, names: 'address' }
  const [front, word] = (/^[{%|]/.test(target) ? pelicanMark : nikolaMark).exec(target) ?? []
  if (front === undefined || word === undefined) return null
  const name = word.toLowerCase()
  if (front.startsWith('link:') || front.startsWith('LINK:'))
    return { front, names: name === 'slug' || name === 'filename' ? ofNikola[name] : 'something-else' }
  return { front, names: ['filename', 'static', 'attach'].includes(name) ? 'file' : 'something-else' }
}
