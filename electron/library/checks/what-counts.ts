import type { TextRules } from '../../../shared/checks/site/check'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import type { PostSummary } from '../../../shared/posts/post'
import type { SiteSettings } from '../index/site-settings'
import type { LibrarySite } from '../scan/options'

/** Changes when the file changes. */
export const stampOf = ({ modifiedMs, size }: Pick<PostSummary, 'modifiedMs' | 'size'>): string =>
  `${modifiedMs} ${size}`

/** The parts of settings and schema that the checks of all posts depend on. */
export const aroundOf = (settings: SiteSettings, schema: SiteSchema): string =>
  JSON.stringify([
    settings.severities(),
    schema.fields.map(({ key, type, role, required, choices, usualLength, count }) => [
      key,
      type,
      role,
      required,
      choices,
      role === 'summary' ? [usualLength, count >= schema.posts * 0.6] : null,
    ]),
  ])

/** The layout without absolute paths, for threads. */
export const layoutOf = (site: LibrarySite): TextRules['layout'] => {
  const { profile, habits, postsFolder, postFolders, publicFolders, imageFolders } = site
  const { basePath, address, language, addresses } = site
  return {
    ...{ profile, habits, postsFolder, publicFolders, imageFolders, basePath, address },
    ...(postFolders && { postFolders }),
    ...(language !== undefined && { language }),
    ...(addresses && { addresses }),
  }
}
