import type { ChangedLine } from '../../shared/post-rename'
import styles from './changed-lines.module.css'

/** What stands there now and what will stand there. */
export const BeforeAfter = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <>
    <div className={`${styles.line} ${styles.before}`}>{before}</div>
    <div className={`${styles.line} ${styles.after}`}>{after}</div>
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
