import type { LineHunk } from '../../../shared/front-matter/values/line-changes'
import type { ChangedLine } from '../../../shared/posts/post-rename'
import styles from './changed-lines.module.css'

const Before = ({ text }: { readonly text: string }) => (
  <div className={`${styles.line} ${styles.before}`}>{text}</div>
)
const After = ({ text }: { readonly text: string }) => (
  <div className={`${styles.line} ${styles.after}`}>{text}</div>
)

/** What stands there now and what will stand there. */
export const BeforeAfter = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <>
    <Before text={before} />
    <After text={after} />
  </>
)

/** The lines of a post that change. */
export const ChangedLines = ({ changes }: { readonly changes: readonly ChangedLine[] }) =>
  changes.map(({ line, before, after }) => (
    <div key={line}>
      <div className={styles.place}>line {line}</div>
      <BeforeAfter before={before} after={after} />
    </div>
  ))

/** The lines of a post that change, go or come. */
export const ChangedHunks = ({ hunks }: { readonly hunks: readonly LineHunk[] }) =>
  hunks.map(({ line, before, after }) => (
    <div key={line}>
      <div className={styles.place}>line {line}</div>
      {before.length > 0 && <Before text={textOf(before)} />}
      {after.length > 0 && <After text={textOf(after)} />}
    </div>
  ))

const textOf = (lines: readonly string[]): string => lines.join('').replace(/\n$/, '')
