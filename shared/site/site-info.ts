import type { SiteHabits } from '../generators/generators'
import type { PathAlias } from '../generators/shape/address-settings'
import type { GeneratorId } from '../generators/shape/generator-id'
import type { SiteMarkdown } from '../markdown/options/features'

/** What the renderer may know of the open site. Paths are only for display. */
export interface SiteInfo extends SiteHabits {
  /** Name of the site: its root folder, with package.json, hugo.toml, _config.yml or similar. */
  readonly name: string
  /** The posts folder relative to the site root, `/` separated, `.` when they are the same. */
  readonly postsFolder: string
  /** The base path of the site, such as `/blog`; empty for none. */
  readonly basePath: string
  /** Absolute path of the posts folder, for display. */
  readonly displayPath: string
  /** The real path of the site's folder, the key for the user's choices and trust; names are not unique. */
  readonly key: string
  /** The markdown features by its packages and its `postwright.json`. */
  readonly markdown?: SiteMarkdown
  /** The language declared by the site. */
  readonly language?: string
  /** The aliases that its references may start with. */
  readonly aliases?: readonly PathAlias[]
  /** How generator and posts folder were found. */
  readonly found?: SiteFinding
}

/** How the generator or posts folder was set: detected, chosen by the user, or in `postwright.json`. */
export type SaidBy = 'found' | 'chosen' | 'postwright.json'

/** Why a folder was recognized as a site of a generator. */
export interface SiteFinding {
  readonly generator: SaidBy
  readonly postsFolder: SaidBy
  /** The signs of the generator: paths relative to the site root, `package:x` for a dependency. */
  readonly signs: readonly string[]
}

/** The user's choices instead of what was detected. */
export interface SiteChoice {
  readonly generator?: GeneratorId | undefined
  /** Relative to the site root, `/` separated. */
  readonly postsFolder?: string | undefined
}
