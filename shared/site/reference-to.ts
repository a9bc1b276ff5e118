import { habitsOf } from '../generators/generators'
import { folderOf, relativePath } from './post-path'
import { folderForPost } from './resolve-asset'
import type { SiteLayout } from './site-layout'

/**
 * The reference with which a post shows the image at `sitePath`, by the habits of its generator.
 * `fromOwnFolder`: the site adds the post's own image folder before every reference, so it must be relative
 * to that folder.
 */
export const referenceTo = (
  site: SiteLayout,
  postId: string,
  slug: string,
  sitePath: string,
  fromOwnFolder = false,
): string => {
  const { folder, reference } = habitsOf(site).newImage
  const own = folderForPost(folder, postId, slug, site)
  if (own !== null && sitePath.startsWith(`${own}/`))
    return site.basePath !== '' && reference.startsWith('/')
      ? site.basePath + filled(reference, slug, sitePath.slice(own.length + 1))
      : filled(reference, slug, sitePath.slice(own.length + 1))
  const isServed = site.publicFolders.some((name) => sitePath.startsWith(`${name}/`))
  if (fromOwnFolder && own !== null && isServed) return relativePath(own, sitePath)
  const dir = site.postsFolder === '.' ? folderOf(postId) : `${site.postsFolder}/${folderOf(postId)}`
  const isBeside = sitePath.startsWith(`${site.postsFolder}/`) || site.publicFolders.length === 0
  const served = isBeside
    ? undefined
    : site.publicFolders.find((name) => name === '.' || sitePath.startsWith(`${name}/`))
  if (served === undefined || (served === '.' && site.profile === 'plain')) {
    const path = relativePath(dir, sitePath)
    return reference.startsWith('./') && !path.startsWith('.') ? `./${path}` : path
  }
  return `${site.basePath}/${served === '.' ? sitePath : sitePath.slice(served.length + 1)}`
}

/** Whether a bare file name means a file in the post's own image folder. */
export const hasOwnFolders = (site: SiteLayout): boolean => {
  const { folder, reference } = habitsOf(site).newImage
  return reference === '{file}' && folder.includes('{slug}')
}

const filled = (reference: string, slug: string, file: string): string =>
  reference.replaceAll('{slug}', () => slug).replace('{file}', () => file)
