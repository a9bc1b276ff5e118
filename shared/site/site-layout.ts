import type { SiteHabits } from '../generators/generators'
import type { AddressSettings } from '../generators/shape/address-settings'

/** Where a site keeps its things: its profile's habits as its own configuration changes them. */
export interface SiteLayout extends SiteHabits {
  /** The posts folder relative to the site root, `/` separated, `.` when they are the same. */
  readonly postsFolder: string
  /**
   * Folders of the posts folder that hold posts, where not all of it does: Jekyll's `_posts` and `_drafts` lie
   * among its pages. The first takes new posts.
   */
  readonly postFolders?: readonly string[]
  /** Folders whose contents the site serves at `/`, relative to the site root, `.` for the root itself. */
  readonly publicFolders: readonly string[]
  /** Folders that may hold a post's images; `{dir}`, `{slug}` and `{name}` stand for the post's own. */
  readonly imageFolders: readonly string[]
  /** The path that the site lives under, such as `/blog`; empty for a site at the top. */
  readonly basePath: string
  /** The site's own address, such as `https://example.org`; null where its configuration does not say. */
  readonly address: string | null
  /** The language that the site says it is written in, as its configuration has it. */
  readonly language?: string
  /** The port that its configuration gives its development server. */
  readonly serverPort?: number
  /** What its configuration says about the addresses of its pages. */
  readonly addresses?: AddressSettings
}

/** What of the posts folder holds no posts, as patterns in the manner of `.gitignore`. */
export const patternsOfNoPosts = ({ postFolders }: SiteLayout): readonly string[] =>
  postFolders === undefined ? [] : ['/*', ...postFolders.map((folder) => `!/${folder}`)]
