import { once } from '../../base/once'
import type { SiteSchema } from '../../front-matter/schema/site-schema'
import { habitsOf } from '../../generators/generators'
import type { PostId } from '../../posts/post'
import { filePart, nameWithoutExtension } from '../../site/post-path'
import { folderForPost } from '../../site/resolve-asset'
import type { SiteLayout } from '../../site/site-layout'
import type { LinkPart } from '../parts/body-parts'
import type { CheckedPosts } from './checked-posts'
import {
  type FoundImages,
  findImage,
  type ImageAnswer,
  type SiteFiles,
  type SpelledFolders,
} from './find-image'
import { type Meaning, meaningOf } from './meaning'
import { type PreparedNames, preparedNames } from './nearest'
import type { PostRecord } from './post-record'

/** What a check can find out about the whole site. */
export interface CheckSite {
  readonly layout: SiteLayout
  readonly schema: SiteSchema
  readonly posts: CheckedPosts
  readonly files: SiteFiles
  /** Whether a page or redirect outside the posts is or may be at an address, without the base path. */
  readonly isElsewhere: (address: string) => boolean
  /** Whether all posts are known; until then, nothing is reported as missing. */
  readonly isComplete: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  readonly meaning: (link: Pick<LinkPart, 'kind' | 'target' | 'language'>, from: PostRecord) => Meaning
  /**
   * Whether posts refer to images in their own folder by the bare file name, which is then the site's rule.
   */
  readonly usesOwnFolders: () => boolean
  /** The names of posts, to suggest the one that was meant. */
  readonly postNames: () => PreparedNames
  readonly image: (reference: string, post: { readonly id: PostId; readonly slug: string }) => ImageAnswer
}

/** The site as checks see it. */
export const checkSite = (
  known: Omit<CheckSite, 'meaning' | 'image' | 'postNames' | 'usesOwnFolders'>,
  foundImages: (id: PostId) => FoundImages | undefined = () => undefined,
): CheckSite => ({
  ...known,
  usesOwnFolders: once(() => usesOwnFolders(known)),
  meaning: (link, from) => meaningOf(link, from, { ...known, site: known.layout }),
  image: lastPostsImages(known, foundImages),
  postNames: once(() => preparedNames(namesOfPosts(known.posts))),
})

/** Caches the images of the last post, because several checks in a row ask for the same ones. */
const lastPostsImages = (
  { layout, files }: Pick<CheckSite, 'layout' | 'files'>,
  foundImages: (id: PostId) => FoundImages | undefined,
): CheckSite['image'] => {
  const folders: SpelledFolders = new Map()
  let last: PostId | null = null
  const answers = new Map<string, ImageAnswer>()
  return (reference, post) => {
    if (post.id !== last) answers.clear()
    last = post.id
    const known = answers.get(reference) ?? foundImages(post.id)?.get(reference)
    if (known) return known
    const answer = findImage(reference, post, layout, files, folders)
    answers.set(reference, answer)
    return answer
  }
}

function* namesOfPosts(posts: CheckedPosts): Generator<string> {
  for (const { id, slug, ownSlug } of posts.all()) {
    yield ownSlug ?? slug
    yield nameWithoutExtension(filePart(id))
  }
}

const maxAsked = 300

const usesOwnFolders = ({ posts, layout, files }: Pick<CheckSite, 'posts' | 'layout' | 'files'>): boolean => {
  const { folder, reference } = habitsOf(layout).newImage
  if (reference !== '{file}') return false
  let checkedPosts = 0
  for (const post of posts.all()) {
    checkedPosts += 1
    if (checkedPosts > maxAsked) return false
    const own = folderForPost(folder, post.id, post.slug, layout)
    const names = own === null ? null : files.names(own)
    if (names && post.images.some(({ target }) => names.has(target))) return true
  }
  return false
}
