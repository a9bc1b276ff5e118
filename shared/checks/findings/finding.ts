import type { PostId } from '../../posts/post'
import type { TextChange } from '../../text/text-change'

/** How much a finding matters: the site is broken, the reader is served badly, or it could be nicer. */
export type FindingSeverity = 'error' | 'warning' | 'hint'

/** A change that mends a finding and nothing else. */
export interface Fix {
  /** What the button says: the change itself, such as “Use cover.png”. */
  readonly label: string
  /** Offsets in the text that was checked, LF line ends. Empty where only the writer can know what to write. */
  readonly changes: readonly TextChange[]
  /** Where the caret goes for the writer to go on. */
  readonly caret?: number
}

/** Something a check found in a post. */
export interface Finding {
  readonly check: string
  readonly severity: FindingSeverity
  /** One sentence; the part between `**` is what it is about. */
  readonly message: string
  /** What helps to mend it. */
  readonly detail?: string
  /** Offsets in the text, LF line ends. */
  readonly from: number
  readonly to: number
  /** 1-based. */
  readonly line: number
  readonly column: number
  /** The key of the front matter it is about. */
  readonly field?: string
  readonly fixes: readonly Fix[]
}

/** What a check says; its name and its severity are added by whoever runs it. */
export type Found = Omit<Finding, 'check' | 'severity' | 'fixes'> & {
  readonly fixes?: readonly Fix[]
  /** Where it matters less, or more, than the check usually does. */
  readonly severity?: FindingSeverity
}

/** All that is wrong with a post. */
export interface PostFindings {
  readonly id: PostId
  readonly findings: readonly Finding[]
}

/** A message without the marks around what it is about. */
export const plainMessage = (message: string): string => message.replace(/\*\*(.+?)\*\*/g, '$1')
