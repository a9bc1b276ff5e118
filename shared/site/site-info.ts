import type { SiteHabits } from '../generators/generators'
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
  /** What its packages and its `postwright.json` say about the markdown it is written in. */
  readonly markdown?: SiteMarkdown
}
