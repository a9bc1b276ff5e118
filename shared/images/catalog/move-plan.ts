import type { LeftOver, PlannedFile } from '../../posts/post-rename'

/** What moving files of a site would change, for the writer to look at first. */
export interface MovePlan {
  /** Stands for exactly this plan; it is carried out only while it would still be the same. */
  readonly fingerprint: string
  readonly moves: readonly { readonly from: string; readonly to: string }[]
  /** Files whose text changes, those of the posts folder first. */
  readonly files: readonly PlannedFile[]
  /** References that cannot be rewritten by themselves. */
  readonly unchangeable: readonly LeftOver[]
  readonly warnings: readonly string[]
}
