import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { itemAt } from '../../shared/base/item-at'
import { parseFrontMatter } from '../../shared/front-matter/read/parse'
import { splitPost } from '../../shared/front-matter/read/split'
import { commonFields } from '../../shared/front-matter/schema/common-fields'
import { habitsOf } from '../../shared/generators/generators'
import { codeRanges } from '../../shared/references/code-ranges'
import { referencesIn } from '../../shared/references/references'
import { filePart, folderOf, isMarkdownName, nameWithoutExtension } from '../../shared/site/post-path'
import { folderForPost } from '../../shared/site/resolve-asset'
import { slugOfPost } from '../../shared/site/slug'
import { t } from '../../shared/texts/translate'
import { readWhole } from '../disk/read-whole'
import { resolveInside } from '../disk/resolve-inside'
import type { Site } from '../site/detect-site'
import { locateAsset } from '../site/find-asset'

/** Where new images of a post go, and the prefix of their name in the post. */
export interface ImageHabit {
  /** Folder relative to the site root. */
  readonly folder: string
  readonly prefix: string
}

const neighboursAsked = 12
const referencesTried = 8

/** How this post stores its images; otherwise how neighboring posts do; otherwise the generator's default. */
export const imageHabit = async (site: Site, postId: string): Promise<ImageHabit> => {
  const own = await habitSeenIn(site, postId)
  if (own !== null) return own
  for (const neighbour of await neighboursOf(site, postId)) {
    const seen = await habitSeenIn(site, neighbour)
    if (seen !== null) return adapted(seen, site, neighbour, postId)
  }
  const slug = slugOfPost(postId, site)
  const { folder, reference } = habitsOf(site).newImage
  if (isBundle(postId))
    return {
      folder: folderForPost('{dir}', postId, slug, site) ?? '',
      prefix: reference.startsWith('./') ? './' : '',
    }
  const written = reference.replaceAll('{slug}', () => slug).replace('{file}', '')
  return {
    folder: folderForPost(folder, postId, slug, site) ?? '',
    prefix: written.startsWith('/') ? site.basePath + written : written,
  }
}

const habitSeenIn = async (site: Site, postId: string): Promise<ImageHabit | null> => {
  for (const reference of imagesIn(await textOf(site, postId)).slice(0, referencesTried)) {
    const found = await locateAsset(site, postId, reference)
    if (found === null) continue
    const at = Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('\\')) + 1
    return { folder: folderOf(found.sitePath), prefix: reference.slice(0, at).replaceAll('\\', '/') }
  }
  return null
}

/** Whether a post, as it is on the disk, shows the image at a path of the site. */
export const showsImage = async (site: Site, postId: string, sitePath: string): Promise<boolean> => {
  for (const reference of imagesIn(await textOf(site, postId)))
    if ((await locateAsset(site, postId, reference))?.sitePath === sitePath) return true
  return false
}

// A new post is not on disk yet, and one that cannot be read tells nothing.
const textOf = async (site: Site, postId: string): Promise<string> => {
  try {
    const path = await resolveInside(site.postsRoot, postId)
    return new TextDecoder().decode((await readWhole(path, t('files.cannotRead', { name: postId }))).bytes)
  } catch {
    return ''
  }
}

// The body's images before the head's: a new image most often goes into the body.
const imagesIn = (text: string): string[] => {
  const split = splitPost(text)
  const head = parseFrontMatter(text, split)
  const body = referencesIn(text, split.bodyFrom, codeRanges(text, split.bodyFrom))
  return [
    ...body.filter(({ kind }) => kind === 'image').map(({ target }) => target),
    ...(head.kind === 'parsed' ? [commonFields(head.data).image] : []),
  ].filter((reference) => reference !== '')
}

const isBundle = (postId: string): boolean =>
  postId.includes('/') && /^index$/i.test(nameWithoutExtension(filePart(postId)))

// The names that sort last are the newest where names begin with a date.
const neighboursOf = async (site: Site, postId: string): Promise<string[]> => {
  const folder = isBundle(postId) ? folderOf(folderOf(postId)) : folderOf(postId)
  const entries = await readdir(join(site.postsRoot, folder), { withFileTypes: true }).catch(() => []) // nothing to learn from
  const within = (name: string) => (folder === '' ? name : `${folder}/${name}`)
  const posts = entries.flatMap((entry) => {
    if (entry.isFile() && isMarkdownName(entry.name)) return [within(entry.name)]
    return entry.isDirectory() && isBundle(postId) ? [within(`${entry.name}/${filePart(postId)}`)] : []
  })
  return posts
    .filter((id) => id !== postId)
    .sort()
    .reverse()
    .slice(0, neighboursAsked)
}

// Where the neighbor's path has its name, this post's path gets its own.
const adapted = (seen: ImageHabit, site: Site, neighbour: string, postId: string): ImageHabit => {
  const from = [slugOfPost(neighbour, site), nameWithoutExtension(filePart(neighbour))]
  const to = [slugOfPost(postId, site), nameWithoutExtension(filePart(postId))]
  const rename = (path: string) =>
    path
      .split('/')
      .map((part) => {
        const which = from.findIndex((name) => part === name || part === `${name}.assets`)
        return which < 0 ? part : part.replace(itemAt(from, which), () => itemAt(to, which))
      })
      .join('/')
  return { folder: rename(seen.folder), prefix: rename(seen.prefix) }
}
