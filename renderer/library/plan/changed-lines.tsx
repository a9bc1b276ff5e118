import type { ReactNode } from 'react'
import type { LineHunk } from '../../../shared/front-matter/values/line-changes'
import { type Words, wordsBetween } from '../../../shared/merge/words-between'
import type { ChangedLine, Mark, PlannedChange } from '../../../shared/posts/post-rename'
import { t } from '../../../shared/texts/translate'
import styles from './changed-lines.module.css'

const Before = ({ text }: { readonly text: string }) => (
  <div className={`${styles.line} ${styles.before}`}>{text}</div>
)
const After = ({ text }: { readonly text: string }) => (
  <div className={`${styles.line} ${styles.after}`}>{text}</div>
)

/** The line before and after. */
export const BeforeAfter = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <>
    <Before text={before} />
    <After text={after} />
  </>
)

const Marked = ({ text, mark: [from, to] }: { readonly text: string; readonly mark: Mark }) => (
  <>
    {text.slice(0, from)}
    <mark className={styles.mark}>{text.slice(from, to)}</mark>
    {text.slice(to)}
  </>
)

/** One change in its line, with the changed part marked; an excluded change shows only the current line. */
export const MarkedChange = ({
  change,
  isOut,
}: {
  readonly change: PlannedChange
  readonly isOut: boolean
}) => {
  const { line, before, after, marks } = change
  return (
    <div>
      <div className={styles.place}>{t('app.line', { line })}</div>
      {isOut ? (
        <div className={styles.line}>{before}</div>
      ) : (
        <>
          <div className={`${styles.line} ${styles.before}`}>
            <Marked text={before} mark={marks[0]} />
          </div>
          <div className={`${styles.line} ${styles.after}`}>
            <Marked text={after} mark={marks[1]} />
          </div>
        </>
      )}
    </div>
  )
}

/** A changed passage, with added and removed words marked. */
const MarkedWords = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const words = wordsBetween(before, after)
  // If all words differ, marking every word would add nothing.
  if (!words.some(({ kind, text }) => kind === 'same' && text.trim() !== ''))
    return <BeforeAfter before={before} after={after} />
  return (
    <>
      <div className={`${styles.line} ${styles.before}`}>{drawn(words, 'added')}</div>
      <div className={`${styles.line} ${styles.after}`}>{drawn(words, 'removed')}</div>
    </>
  )
}

const drawn = (words: readonly Words[], left: Words['kind']): ReactNode[] =>
  words.map(({ kind, text }, index) => {
    if (kind === left) return null
    const key = `${index}:${kind}`
    return kind === 'same' ? (
      text
    ) : (
      <mark key={key} className={styles.mark}>
        {text}
      </mark>
    )
  })

/** The lines of a post that change. */
export const ChangedLines = ({ changes }: { readonly changes: readonly ChangedLine[] }) =>
  changes.map(({ line, before, after }) => (
    <div key={line}>
      <div className={styles.place}>{t('app.line', { line })}</div>
      <MarkedWords before={before} after={after} />
    </div>
  ))

/** The changed, removed and added lines of a post. */
export const ChangedHunks = ({ hunks }: { readonly hunks: readonly LineHunk[] }) =>
  hunks.map(({ line, before, after }) => (
    <div key={line}>
      <div className={styles.place}>{t('app.line', { line })}</div>
      {before.length > 0 && after.length > 0 ? (
        <MarkedWords before={textOf(before)} after={textOf(after)} />
      ) : (
        <>
          {before.length > 0 && <Before text={textOf(before)} />}
          {after.length > 0 && <After text={textOf(after)} />}
        </>
      )}
    </div>
  ))

const textOf = (lines: readonly string[]): string => lines.join('').replace(/\n$/, '')
