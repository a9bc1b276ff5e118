import type { SiteHabits } from '../generators/generators'
import type { GeneratorId } from '../generators/shape/generator-id'
import type { SiteMarkdown } from '../markdown/options/features'

/** The open folder, as much of it as the renderer may know. Paths are for showing only. */
export interface SiteInfo extends SiteHabits {
  /** Name of the site: the folder that holds package.json, hugo.toml, _config.yml and the like. */
  readonly name: string
  /** The posts folder relative to the site root, `/` separated, `.` when they are the same. */
  readonly postsFolder: string
  /** The path that the site lives under, such as `/blog`; empty for a site at the top. */
  readonly basePath: string
  /** Absolute path of the posts folder, as the writer knows it. */
  readonly displayPath: string
  /** The real path of the site's folder: what the writer trusts and chooses for a site is kept by it, as names repeat. */
  readonly key: string
  /** What its packages and its `postwright.json` say about the markdown it is written in. */
  readonly markdown?: SiteMarkdown
  /** The language that the site says it is written in. */
  readonly language?: string
  /** How generator and posts folder were found. */
  readonly found?: SiteFinding
}

/** Who said what a site is made with, or where its posts are: Postwright found it, the writer chose it, or the site says it. */
export type SaidBy = 'found' | 'chosen' | 'postwright.json'

/** Why a folder was taken for the site of a generator. */
export interface SiteFinding {
  readonly generator: SaidBy
  readonly postsFolder: SaidBy
  /** What speaks for the generator: paths relative to the site root, `package:x` for a dependency. */
  readonly signs: readonly string[]
}

/** What the writer chose instead of what was found. */
export interface SiteChoice {
  readonly generator?: GeneratorId | undefined
  /** Relative to the site root, `/` separated. */
  readonly postsFolder?: string | undefined
}
