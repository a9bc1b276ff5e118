import { AppError } from '../../shared/app-error'
import { decodedUri } from '../../shared/base/decoded-uri'
import { escapeHtml } from '../../shared/export/escape-html'
import { kindOf } from '../../shared/markdown/links/links'
import { folderOf, isMarkdownName, joinPath } from '../../shared/site/post-path'
import { readPost } from '../posts/post-file'
import type { Site } from '../site/detect-site'
import { liveAddress } from '../site/page-address'

/**
 * Makes the links of a page absolute, because the file may be read anywhere: a link to another post's file becomes the
 * address of that post, any other link what a browser would resolve it to on the published page. Links within the page
 * stay. If the address of the site or of the post is unknown, relative links stay as written, and so do links to
 * missing posts.
 */
export const absoluteLinks = async (
  html: string,
  { site, postId, text }: { readonly site: Site; readonly postId: string; readonly text: string },
): Promise<string> => {
  if (site.address === null) return html
  const page = liveAddress(site, postId, text)
  const targets = new Map<string, string | null>()
  for (const [, , href = ''] of html.matchAll(link))
    if (!targets.has(href)) targets.set(href, await targetOf(decoded(href), site, postId, page))
  return html.replace(link, (whole, start: string, href: string) => {
    const target = targets.get(href) ?? null
    return target === null ? whole : `${start}${escapeHtml(target)}"`
  })
}

// The pipeline and its sanitizer write every attribute like this and escape text.
const link = /(<a\b[^<>]*?\shref=")([^"]*)"/g

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}
const decoded = (attribute: string): string =>
  attribute.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)

const targetOf = async (
  href: string,
  site: Site,
  postId: string,
  page: string | null,
): Promise<string | null> => {
  if (href === '' || kindOf(href) !== 'relative' || /%7b|\{[{%]/i.test(href)) return null
  const [, path = '', behind = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? []
  if (isMarkdownName(path)) {
    const address = await addressOfPost(site, postId, path)
    return address === null ? null : address + behind
  }
  const base = path.startsWith('/') ? site.address : page
  return base !== null && URL.canParse(href, base) ? new URL(href, base).href : null
}

const addressOfPost = async (site: Site, from: string, path: string): Promise<string | null> => {
  const id = joinPath(path.startsWith('/') ? '' : folderOf(from), nameIn(path))
  if (id === null) return null
  try {
    const { text } = await readPost(site.postsRoot, id)
    return liveAddress(site, id, text)
  } catch (error) {
    if (error instanceof AppError) return null // the post does not exist or cannot be read: the link stays as it is
    throw error
  }
}

const nameIn = (path: string): string => decodedUri(path.replace(/^\/+/, ''))
