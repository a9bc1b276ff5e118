import { imageTypeOf } from '../../base/image-types'
import type { HeadData } from '../read/parse'

// Names that themes use for the image of a post, most specific first. Other names rank last.
const names =
  /^(?:(cover)|(hero)|(feature)|(main)|(banner)|(header)|(image)|(thumb)|(teaser)|(preview)|(card)|(excerpt)|(photo|picture|img|pic)|(og|social|twitter|share|seo|meta))/
// Images of the author or the site, not of the post.
const notOfPost = /avatar|author|logo|icon|badge|signature/
const addressed = /image|img|cover|hero|banner|thumb|teaser|photo|picture|preview/
const deepest = 3
const maxLooked = 200

/**
 * Guesses the image of a post if no field is known to hold it: a value that is a path or address of an image,
 * preferring the key most specific to images. Empty if there is none.
 */
export const imageOfHead = (data: HeadData): string => {
  let best = { rank: Number.POSITIVE_INFINITY, image: '' }
  let looked = 0
  const look = (value: unknown, path: readonly string[]): void => {
    looked += 1
    if (looked > maxLooked || path.length > deepest) return
    if (typeof value === 'string') {
      const rank = rankOf(path)
      if (rank < best.rank && isImage(value, path)) best = { rank, image: value.trim() }
    } else if (Array.isArray(value)) look(value[0], path)
    else if (typeof value === 'object' && value !== null && !(value instanceof Date))
      for (const [key, inner] of Object.entries(value)) look(inner, [...path, plain(key)])
  }
  for (const [key, value] of Object.entries(data)) look(value, [plain(key)])
  return best.image
}

const plain = (key: string): string => key.toLowerCase().replace(/[-_ .]/g, '')

const rankOf = (path: readonly string[]): number => {
  if (path.some((key) => notOfPost.test(key))) return Number.POSITIVE_INFINITY
  const ranks = path.map((key) => (names.exec(key) ?? []).slice(1).findIndex((name) => name !== undefined))
  const known = ranks.filter((rank) => rank >= 0)
  return (known.length === 0 ? 100 : Math.min(...known)) + path.length / 10
}

const isImage = (value: string, path: readonly string[]): boolean => {
  const text = value.trim()
  if (text === '' || text.length > 2000 || /[\n<>]/.test(text)) return false
  const name = text.replace(/[?#].*$/s, '')
  const isNamed = path.some((key) => addressed.test(key))
  // A sentence may end with a file name, so text with spaces counts only under a key named for an image.
  if (imageTypeOf(name) !== null) return isNamed || !/\s/.test(text)
  // Image services have addresses without an extension.
  return isNamed && /^https?:\/\/\S+$/i.test(text)
}
