import type { SiteHabits } from '../generators/generators'
import type { AddressSettings } from '../generators/shape/address-settings'

/** The folders and addresses of a site: its generator's habits, as changed by its configuration. */
export interface SiteLayout extends SiteHabits {
  /** The posts folder relative to the site root, `/` separated, `.` when they are the same. */
  readonly postsFolder: string
  /**
   * The folders with posts in the posts folder, if it has other files too: Jekyll's `_posts` and `_drafts`
   * are among its pages. New posts go to the first.
   */
  readonly postFolders?: readonly string[]
  /** Folders whose contents the site serves at `/`, relative to the site root, `.` for the root itself. */
  readonly publicFolders: readonly string[]
  /** Folders that may hold a post's images; `{dir}`, `{slug}` and `{name}` stand for the post's own. */
  readonly imageFolders: readonly string[]
  /** The path that the site is served below, such as `/blog`; empty for the top. */
  readonly basePath: string
  /** The site's own address, such as `https://example.org`; null if it is not configured. */
  readonly address: string | null
  /** The language of the site, as written in its configuration. */
  readonly language?: string
  /** The configured port of its development server. */
  readonly serverPort?: number
  /** What its configuration says about the addresses of its pages. */
  readonly addresses?: AddressSettings
}

/** Patterns, as in `.gitignore`, for the parts of the posts folder without posts. */
export const patternsOfNoPosts = ({ postFolders }: SiteLayout): readonly string[] =>
  postFolders === undefined ? [] : ['/*', ...postFolders.map((folder) => `!/${folder}`)]
