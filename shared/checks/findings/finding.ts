import type { PostId } from '../../posts/post'
import type { TextChange } from '../../text/text-change'

/** The severity of a finding: the site is broken, readers are affected, or it could be improved. */
export type FindingSeverity = 'error' | 'warning' | 'hint'

/** A change that fixes a finding and nothing else. */
export interface Fix {
  /** The label of its button: the change, such as “Use cover.png”. */
  readonly label: string
  /**
   * Changes by offsets in the checked text, with LF line endings. Empty if only the user knows what to write.
   */
  readonly changes: readonly TextChange[]
  /** Where the caret is placed for the user to continue. */
  readonly caret?: number
}

/** Something a check found in a post. */
export interface Finding {
  readonly check: string
  readonly severity: FindingSeverity
  /** One sentence; its subject is between `**`. */
  readonly message: string
  /** A hint for fixing it. */
  readonly detail?: string
  /** Offsets in the text, with LF line endings. */
  readonly from: number
  readonly to: number
  /** 1-based. */
  readonly line: number
  readonly column: number
  /** The key of the front matter it is about. */
  readonly field?: string
  readonly fixes: readonly Fix[]
}

/** The result of a check; its name and severity are added by the caller. */
export type Found = Omit<Finding, 'check' | 'severity' | 'fixes'> & {
  readonly fixes?: readonly Fix[]
  /** A severity other than the check's usual one. */
  readonly severity?: FindingSeverity
}

/** All findings of a post. */
export interface PostFindings {
  readonly id: PostId
  readonly findings: readonly Finding[]
}

/** A message without the `**` around its subject. */
export const plainMessage = (message: string): string => message.replace(/\*\*(.+?)\*\*/g, '$1')
