import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { AppError } from '../../shared/app-error'
import { isMarkdownName } from '../../shared/site/post-path'
import type { SiteInfo } from '../../shared/site/site-info'
import type { SiteLayout } from '../../shared/site/site-layout'
import { t } from '../../shared/texts/translate'
import { realPath } from '../disk/calls/real-path'
import { assertListable } from './detect/count-posts'
import { findSiteRoot, type SiteChoices, type SiteRoot } from './detect/find-site-root'
import { layoutOf } from './lay-out'
import { readSiteMarkdown } from './site-preferences'

/** An open site: what the renderer may know, its folders, and the real paths that nothing may leave. */
export interface Site extends SiteInfo, SiteLayout {
  /** Absolute real path of the site's root folder. */
  readonly root: string
  /** Absolute real path of the posts folder. */
  readonly postsRoot: string
  /** The post that was opened by its path, if it was a file. */
  readonly openPost: string | null
}

/**
 * Finds the site of a posts folder, a site folder or a single post. Rejects with an AppError if the path is missing,
 * cannot be read, or is neither a folder nor a post.
 */
export const detectSite = async (path: string, choices: SiteChoices = {}): Promise<Site> => {
  const asked = resolve(path)
  const file = await fileToOpen(asked)
  const start = file === null ? asked : dirname(file)
  await inWords(start, () => assertListable(start))
  const around = await siteAround(start, choices)
  const { layout, folder, found } = await layoutOf({ around, start: around.start ?? start, file, choices })
  const postsPath = join(folder, layout.postsFolder)
  const [root, postsRoot] = await inWords(postsPath, () =>
    Promise.all([realPath(folder), realPath(postsPath)]),
  )
  return {
    ...layout,
    name: basename(root) || root,
    displayPath: postsPath,
    key: root,
    markdown: await readSiteMarkdown(folder, layout.profile),
    found,
    root,
    postsRoot,
    openPost: file === null ? null : await idOf(file, postsPath, postsRoot),
  }
}

// If opened through a link to its folder, a post has a different path than the folder found.
const idOf = async (file: string, postsPath: string, postsRoot: string): Promise<string> => {
  const named = relative(postsPath, file)
  const isElsewhere = named === '..' || named.startsWith(`..${sep}`) || isAbsolute(named)
  const path = isElsewhere ? relative(postsRoot, join(await realPath(dirname(file)), basename(file))) : named
  return path.split(sep).join('/')
}

const fileToOpen = async (path: string): Promise<string | null> => {
  const found: Stats = await inWords(path, () => stat(path))
  if (found.isDirectory()) return null
  if (found.isFile() && isMarkdownName(path)) return path
  throw new AppError('not-a-folder', t('site.notFolder', { path }))
}

// A linked folder is first tried at the path of the link, then at its real path.
const siteAround = async (start: string, choices: SiteChoices): Promise<SiteRoot> => {
  const around = await findSiteRoot(start, choices)
  if (around.profile !== 'plain' || around.saidBy !== 'found') return around
  const real = await realPath(start)
  return real === start ? around : { ...(await findSiteRoot(real, choices)), start: real }
}

const reasons: Readonly<Record<string, (path: string) => AppError>> = {
  ENOENT: (path) => new AppError('not-found', t('site.notFound', { path })),
  ENOTDIR: (path) => new AppError('not-found', t('site.fileInPath', { path })),
  ELOOP: (path) => new AppError('not-found', t('site.linkLoop', { path })),
  EACCES: (path) => new AppError('no-permission', t('site.noPermission', { path })),
  EPERM: (path) => new AppError('no-permission', t('site.notAllowed', { path })),
  ENAMETOOLONG: () => new AppError('bad-name', t('site.pathTooLong')),
}

const inWords = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined
    throw reason?.(path) ?? error
  }
}
