import { directionOfPage, statedLanguage } from '../../shared/export/language-of'
import { type PageDate, pageDate } from '../../shared/export/page-date'
import type { ExportedPage } from '../../shared/export/page-template'
import { dateParts } from '../../shared/front-matter/dates/dates'
import { parseFrontMatter } from '../../shared/front-matter/read/parse'
import { splitPost } from '../../shared/front-matter/read/split'
import { commonFields } from '../../shared/front-matter/schema/common-fields'
import { headRulesOf } from '../../shared/generators/head-rules'
import { dateInPostId, slugOfPost } from '../../shared/site/slug'
import { excerptOf } from '../../shared/text/excerpt'
import { titleParts, titleText } from '../../shared/text/title-parts'
import { readingMinutes, wordsOf } from '../../shared/text/words'
import type { Site } from '../site/detect-site'
import { liveAddress } from '../site/page-address'

/** The metadata of a post for its page, and the image in its head as written. */
export interface PageFacts
  extends Omit<ExportedPage, 'cardImage' | 'hero' | 'body' | 'styles' | 'imageHosts'> {
  readonly image: string
}

const usualDescription = 160

/** Reads the head of a post, and from the body what the head omits. A broken head gives nothing. */
export const pageFacts = async (
  site: Site,
  postId: string,
  text: string,
  wordsPerMinute: number,
  titleMarks: boolean,
): Promise<PageFacts> => {
  const { heads } = headRulesOf(site)
  const split = splitPost(text, heads)
  const head = parseFrontMatter(text, split, heads)
  const data = head.kind === 'parsed' ? head.data : {}
  const fields = commonFields(data)
  const body = text.slice(split.bodyFrom)
  const parts = titleMarks ? titleParts(fields.title) : [fields.title]
  const title = titleText(parts) || headingOf(body) || slugOfPost(postId, site)
  const language = statedLanguage(data, site.language) ?? (await languageOfBody(body))
  const { text: date, iso } = dateOf(site, postId, fields.date, language)
  return {
    title,
    heading: fields.title === '' ? [] : parts,
    description: fields.summary || excerptOf(body, usualDescription),
    language,
    direction: directionOfPage(title, language),
    date,
    isoDate: iso,
    minutes: readingMinutes(wordsOf(body), wordsPerMinute),
    featured: fields.featured,
    author: authorOf(data.author),
    tags: fields.tags,
    address: canonicalOf(data) ?? liveAddress(site, postId, text),
    image: fields.image,
  }
}

// The detector takes a megabyte, and most sites declare their language. English if nothing says otherwise.
const languageOfBody = async (body: string): Promise<string> =>
  (await import('../../shared/export/detect-language')).detectedLanguage(body) ?? 'en'

const dateOf = (site: Site, postId: string, date: string, language: string): PageDate => {
  const written = date || dateInPostId(postId, site)
  return pageDate(written, dateParts(written), language)
}

const headingOf = (body: string): string =>
  /^ {0,3}#[ \t]+(\S.*)$/m
    .exec(body)?.[1]
    ?.trimEnd()
    .replace(/(?<=\s)#+$/, '')
    .replace(/[*_`]/g, '')
    .trim() ?? ''

const authorOf = (author: unknown): string => {
  if (typeof author === 'string') return author
  if (Array.isArray(author)) return author.map(authorOf).filter(Boolean).join(', ')
  const name = typeof author === 'object' && author !== null && 'name' in author ? author.name : ''
  return typeof name === 'string' ? name : ''
}

const canonicalOf = (data: Readonly<Record<string, unknown>>): string | null => {
  const written = data.canonical ?? data.canonical_url ?? data.canonicalUrl ?? data.canonicalURL
  return typeof written === 'string' && /^https?:\/\//i.test(written) && URL.canParse(written)
    ? written
    : null
}
