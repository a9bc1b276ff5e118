/** A link that says itself what it names: Pelican's `{filename}a.md`, Nikola's `link://slug/a`. */
export interface SiteLink {
  /** As it is written in front. */
  readonly front: string
  /** A file by its path from the content or the file it stands in, one by its path from the top of the site, or a page by its slug. */
  readonly names: 'file' | 'site-file' | 'slug' | 'something-else'
}

const pelicanMark = /^(?:\{|%7b|\|)(filename|static|attach|index|tag|category|author)(?:\}|%7d|\|)/i
const nikolaMark = /^link:\/\/(\w+)\/?/i

const ofNikola = { slug: 'slug', filename: 'site-file' } as const

/** What stands in front of a target that names a file or a page by a word of its generator; null for any other. */
export const siteLinkOf = (target: string): SiteLink | null => {
  const [front, word] = (/^[{%|]/.test(target) ? pelicanMark : nikolaMark).exec(target) ?? []
  if (front === undefined || word === undefined) return null
  const name = word.toLowerCase()
  if (front.startsWith('link:') || front.startsWith('LINK:'))
    return { front, names: name === 'slug' || name === 'filename' ? ofNikola[name] : 'something-else' }
  return { front, names: ['filename', 'static', 'attach'].includes(name) ? 'file' : 'something-else' }
}
