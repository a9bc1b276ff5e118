import { readdir } from 'node:fs/promises'
import { AppError } from '../../shared/app-error'
import { decodedUri } from '../../shared/base/decoded-uri'
import { escapeHtml } from '../../shared/export/escape-html'
import { parseFrontMatter } from '../../shared/front-matter/read/parse'
import { splitPost } from '../../shared/front-matter/read/split'
import { commonFields } from '../../shared/front-matter/schema/common-fields'
import { namedPostClass } from '../../shared/markdown/tags/known-shortcodes'
import { filePart, folderOf, isMarkdownName, joinPath } from '../../shared/site/post-path'
import { slugOfPost } from '../../shared/site/slug'
import { isMissing } from '../disk/calls/codes'
import { readPost } from '../posts/post-file'
import type { Site } from '../site/detect-site'
import { liveAddress } from '../site/page-address'

// The pipeline and its sanitizer write every attribute like this and escape text.
const link = /<a\b[^<>]*\shref="%7B%25%20post_path%20([^"<>]*)%20%25%7D"[^<>]*>[^<>]*<\/a>/g
const isNamed = new RegExp(` class="${namedPostClass}"`)

/** Gives links that name a post its address and, where it is to stand, its title; others stay as they are. */
export const namedPosts = async (html: string, site: Site): Promise<string> => {
  const posts = new Map<string, LinkedPost | null>()
  for (const [, written = ''] of html.matchAll(link))
    if (!posts.has(written)) posts.set(written, await postNamed(decodedUri(withoutAnchor(written)), site))
  return html.replace(link, (whole, written: string) => {
    const post = posts.get(written)
    if (!post) return whole
    const address =
      post.address === null ? null : escapeHtml(post.address + written.slice(withoutAnchor(written).length))
    const led = whole.replace(/ href="[^"]*"/, (old) => (address === null ? old : ` href="${address}"`))
    if (!isNamed.test(whole) || post.title === '') return led
    const title = escapeHtml(post.title)
    return led
      .replace(/ title="[^"]*"/, () => ` title="${title}"`)
      .replace(/>[^<>]*<\/a>$/, () => `>${title}</a>`)
  })
}

interface LinkedPost {
  readonly title: string
  readonly address: string | null
}

const postNamed = async (name: string, site: Site): Promise<LinkedPost | null> => {
  const folder = joinPath(folderOf(name))
  if (folder === null) return null
  for (const file of await namesIn(`${site.postsRoot}/${folder}`)) {
    const id = joinPath(folder, file)
    if (id === null || !isMarkdownName(file) || slugOfPost(id, site) !== filePart(name)) continue
    try {
      const { text } = await readPost(site.postsRoot, id)
      const head = parseFrontMatter(text, splitPost(text))
      const { title } = commonFields(head.kind === 'parsed' ? head.data : {})
      return { title, address: site.address === null ? null : liveAddress(site, id, text) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return null // it cannot be read: the link stays as it is
    }
  }
  return null
}

const withoutAnchor = (written: string): string => written.split('#', 1).join('')

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
