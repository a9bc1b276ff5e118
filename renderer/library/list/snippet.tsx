import type { SearchLine } from '../../../shared/posts/post-search'
import styles from './post-row.module.css'

const lead = 18 // characters before the first match, so that the match is visible

/** A line of a post with its matches highlighted. */
export const Snippet = ({ line }: { readonly line: SearchLine }) => {
  const { text, marks } = line
  const start = Math.max(0, (marks[0]?.[0] ?? 0) - lead)
  const parts = marks.flatMap(([from, to], index) => [
    text.slice(Math.max(start, marks[index - 1]?.[1] ?? start), from),
    <mark key={from}>{text.slice(from, to)}</mark>,
  ])
  return (
    <bdi className={styles.snippet}>
      {start > 0 && '…'}
      {parts}
      {text.slice(Math.max(start, marks.at(-1)?.[1] ?? start))}
    </bdi>
  )
}
