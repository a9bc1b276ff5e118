import type { SiteProfileId } from './site-info'

/** Where a new image of a post goes and what the post then says. `{file}` is the image's name. */
export interface ImageHome {
  readonly folder: string
  readonly reference: string
}

/** How posts that are not shown yet are marked. */
export interface DraftRules {
  /** Keys that make a draft when true. */
  readonly whenTrue: readonly string[]
  /** Keys that make a draft when false. */
  readonly whenFalse: readonly string[]
  /** Folders of drafts. */
  readonly folders: readonly string[]
  /** Keys whose date holds a post back while it lies ahead. */
  readonly scheduledBy: readonly string[]
}

/** What one generator expects of its posts and images. Paths are relative to the site root. */
export interface SiteProfile {
  readonly id: SiteProfileId
  readonly name: string
  /** Any of these lists says yes when all of it is there; `package:x` is a dependency in package.json. */
  readonly markers: readonly (readonly string[])[]
  /** The usual posts folders, the most usual first. */
  readonly postsFolders: readonly string[]
  readonly publicFolders: readonly string[]
  readonly imageFolders: readonly string[]
  readonly newImage: ImageHome
  readonly draft: DraftRules
  /** A date in front of the file name belongs to the date, not to the slug. */
  readonly dateInName: boolean
  /** File of a new post inside the posts folder; `{date}` is YYYY-MM-DD. */
  readonly newPost: string
  /** Address of a post; `{section}` is its folder inside the posts folder's parent. */
  readonly permalink: string
  /** What the generator calls the text that divides excerpt and rest; null where it knows none. */
  readonly moreMark: string | null
}
