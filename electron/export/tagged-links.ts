import { fullAddress, pageOf } from '../../shared/addresses/map/page-names'
import { meaningOf } from '../../shared/addresses/meaning/meaning'
import { addressHead } from '../../shared/addresses/rules/page'
import { decodedUri } from '../../shared/base/decoded-uri'
import { escapeHtml } from '../../shared/export/escape-html'
import { parseFrontMatter } from '../../shared/front-matter/read/parse'
import { headRulesOf } from '../../shared/generators/head-rules'
import type { Reference } from '../../shared/references/forms/reference'
import { tagReaders } from '../../shared/references/forms/tags'
import { pathOfPost } from '../../shared/site/post-path'
import { lookAtSite, type SiteLook } from '../posts/plans/site-look'
import type { Site } from '../site/detect-site'

// The pipeline and its sanitizer write every attribute like this and escape text.
const link = /(<a\b[^<>]*?\shref=")([^"]*(?:%7B|\{)[^"]*)"/gi
const tag = /\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\{\{[^{}<%][^{}]*\}\}/g
/** The site's address and base path in Liquid and Nunjucks. */
const ofSite = /^\{\{-?\s*(?:site|config)\.(?:baseurl|url|root)\s*-?\}\}$/

const looks = new WeakMap<Site, Promise<SiteLook>>()
/** The site as it was at its first link of this kind: an export of many posts reads it once. */
const lookOnce = (site: Site): Promise<SiteLook> => {
  const look = looks.get(site) ?? lookAtSite(site)
  looks.set(site, look)
  return look
}

/**
 * Gives links whose address is a tag of the generator (`ref`, `relref`, `post_url`, `link`, a path with `relative_url`) the
 * address of the page that the tag names. Tags that name no page stay as written.
 */
export const taggedLinks = async (
  html: string,
  { site, postId, text }: { readonly site: Site; readonly postId: string; readonly text: string },
): Promise<string> => {
  const written = new Set(Array.from(html.matchAll(link), ([, , href = '']) => href))
  const named = [...written].filter((href) => tagsIn(decoded(href)).length > 0)
  if (named.length === 0) return html
  const { map } = await lookOnce(site)
  const head = parseFrontMatter(text, undefined, headRulesOf(site).heads)
  const path = pathOfPost(postId, site)
  const page = pageOf({ path, head: head.kind === 'parsed' ? addressHead(head.data) : {} }, site)
  const addressOf = (reference: Reference): string | null => {
    const meant = meaningOf(reference, { path, page }, map)
    const found = meant.kind === 'page' ? map.pages.get(meant.path) : undefined
    if (!found) return null
    const address = fullAddress(found, site) ?? found.address
    return address === null ? null : address + (/#.*$/s.exec(reference.target)?.[0] ?? '')
  }
  const shown = new Map(named.map((href) => [href, addressed(decoded(href), addressOf)]))
  return html.replace(link, (whole, start: string, href: string) => {
    const address = shown.get(href)
    return address ? `${start}${escapeHtml(address)}"` : whole
  })
}

const tagsIn = (href: string) =>
  Array.from(href.matchAll(tag), ({ 0: source, index }) => ({
    from: index,
    to: index + source.length,
    isOfSite: ofSite.test(source),
    reference: referenceOf(source),
  }))

/** The only page that a tag names. */
const referenceOf = (source: string): Reference | null => {
  for (const { sign, read } of tagReaders) {
    const [found] = source.startsWith(sign) ? read(source, 0) : []
    if (found && found.kind !== 'hexo-post') return found // `namedPosts` gives those their titles as well
  }
  return null
}

/** The address with what its tags stand for; null if one of them is unknown. */
const addressed = (href: string, addressOf: (reference: Reference) => string | null): string | null => {
  let address = ''
  let done = 0
  let isKnown = false
  for (const { from, to, isOfSite, reference } of tagsIn(href)) {
    const found = reference ? addressOf(reference) : isOfSite ? '' : null
    if (found === null) return null
    if (reference) isKnown = true
    // The page's address begins with what the tags before it stand for.
    address = reference ? found : address + href.slice(done, from) + found
    done = to
  }
  return isKnown ? address + href.slice(done) : null
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

const decoded = (attribute: string): string =>
  decodedUri(attribute.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity))
