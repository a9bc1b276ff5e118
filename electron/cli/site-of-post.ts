import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { AppError } from '../../shared/app-error'
import { type HeadRules, headRulesOf } from '../../shared/generators/head-rules'
import { t } from '../../shared/texts/translate'
import { realPath } from '../disk/calls/real-path'
import { detectSite, type Site } from '../site/detect-site'
import { UsageError } from './command-line'
import type { NamedPost } from './find-posts'

/** A post and its site. */
export interface PlacedPost {
  readonly site: Site
  readonly id: string
}

/** How the generator of the site reads heads; nothing is known without a site. */
export const rulesOf = (placed: PlacedPost | null): HeadRules => (placed ? headRulesOf(placed.site) : {})

/** Finds the site of a post, null if it cannot be opened; each folder is looked up once. */
export const createSiteFinder = (): ((post: NamedPost) => Promise<PlacedPost | null>) => {
  const folders = new Map<string, Promise<{ site: Site; folder: string } | null>>()
  return async ({ root, id }) => {
    const looked = folders.get(root) ?? siteAround(root)
    folders.set(root, looked)
    const found = await looked
    if (found === null) return null
    const path = relative(found.site.postsRoot, join(found.folder, id))
    return { site: found.site, id: path.split(sep).join('/') }
  }
}

const siteAround = async (folder: string): Promise<{ site: Site; folder: string } | null> => {
  try {
    return { site: await detectSite(folder), folder: await realPath(folder) }
  } catch (error) {
    if (error instanceof AppError) return null // its posts are still listed
    throw error
  }
}

/** The one site that all the paths belong to. */
export const siteOf = async (paths: readonly string[], cwd: string): Promise<Site> => {
  const sites = new Map<string, Site>()
  for (const path of paths) {
    const full = resolve(cwd, path)
    if (!existsSync(full)) throw new UsageError(t('cli.notThere', { path }))
    const site = await detectSite(full)
    sites.set(site.root, sites.get(site.root) ?? site)
  }
  const [site, other] = sites.values()
  if (!site) throw new UsageError(t('cli.nameFolder'))
  if (other) throw new UsageError(t('cli.twoSites', { one: site.root, other: other.root }))
  return site
}
