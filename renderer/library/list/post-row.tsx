import { Star } from 'lucide-react'
import { memo, type PointerEvent, useState } from 'react'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import type { SearchLine } from '../../../shared/posts/post-search'
import { t } from '../../../shared/texts/translate'
import { useWhyNotShown } from '../../base/image-problem'
import { dayOf } from '../../base/written-date'
import { useIsUnsaved } from '../../document/state/unsaved-posts'
import styles from './post-row.module.css'
import { problemWords } from './problem-words'
import { Thumbnail, thumbnailOf } from './thumbnail'

const lead = 18 // characters before the first match, so that the match is visible

/** A line of a post with its matches highlighted. */
const Snippet = ({ line }: { readonly line: SearchLine }) => {
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

/** The state of a post in short: draft, scheduled, or its date. */
const stateOf = (post: PostSummary): string => {
  const day = dayOf(post)
  if (post.draft) return day ? t('library.draftOf', { day }) : t('library.draft')
  if (post.scheduled) return t('library.scheduledFor', { day })
  return day || t('library.undated')
}

export interface PostRowProps {
  readonly post: PostSummary
  readonly elementId: string
  readonly selected: boolean
  /** The post is open in the editor. */
  readonly current: boolean
  /** The active row of the list. */
  readonly active: boolean
  readonly position: number
  /** The match in its text, shown instead of its state. */
  readonly line: SearchLine | null
  readonly count: number
  readonly onPress: (id: PostId, event: PointerEvent) => void
  readonly onStar: (post: PostSummary) => void
}

interface RowTextProps {
  readonly post: PostSummary
  readonly line: SearchLine | null
  readonly problem: string | undefined
  readonly reasons: string | undefined
  readonly unsaved: boolean
}

const RowText = ({ post, line, problem, reasons, unsaved }: RowTextProps) => (
  <div>
    <div className={styles.title} dir="auto" title={post.title}>
      {post.title}
    </div>
    <div className={styles.state} title={reasons}>
      {unsaved && <span className={styles.unsaved}>{t('library.unsavedMark')} </span>}
      {/* First, so that in a narrow row the date is cut off. */}
      {!line && problem && <span className={styles.warn}>{problem} · </span>}
      {line ? <Snippet line={line} /> : stateOf(post)}
      {post.featured && <span className="visually-hidden">, {t('library.isFeatured')}</span>}
    </div>
  </div>
)

interface RowStarProps {
  readonly post: PostSummary
  readonly onStar: (post: PostSummary) => void
}

// Options of a listbox cannot contain controls: the key for the star is F.
const RowStar = ({ post, onStar }: RowStarProps) => (
  <span
    className={styles.star}
    aria-hidden
    data-star
    data-on={post.featured || undefined}
    title={post.featured ? t('library.featuredHint') : t('library.featureHint')}
    onPointerDown={(event) => event.stopPropagation()}
    onClick={() => onStar(post)}
  >
    <Star size={16} strokeWidth={1.6} aria-hidden />
  </span>
)

interface RowInsideProps extends RowStarProps {
  readonly line: SearchLine | null
  readonly unsaved: boolean
}

const Inside = ({ post, line, unsaved, onStar }: RowInsideProps) => {
  const [noImage, setNoImage] = useState('') // a corrected path is tried again
  const missing = noImage !== '' && noImage === thumbnailOf(post)
  const why = useWhyNotShown(missing ? noImage : '')
  const imageProblem = why === null ? t('library.imageMissing') : t('library.imageBroken')
  const problem = problemWords(post.problems) ?? (missing ? imageProblem : undefined)
  const reasons = post.problems.map(({ message }) => message).join('\n') || problem
  return (
    <>
      <Thumbnail post={post} missing={missing} why={why} onMissing={setNoImage} />
      <RowText post={post} line={line} problem={problem} reasons={reasons} unsaved={unsaved} />
      <RowStar post={post} onStar={onStar} />
    </>
  )
}

// A row that moves in the list changes only its position, so only its outer element is redrawn.
const RowInside = memo(Inside)

const Row = ({
  post,
  elementId,
  selected,
  current,
  active,
  position,
  line,
  count,
  onPress,
  onStar,
}: PostRowProps) => {
  const unsaved = useIsUnsaved(post.id)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its active option
    <div
      id={elementId}
      className={styles.row}
      role="option"
      aria-selected={selected}
      aria-current={current || undefined}
      // Its words are its name, so that what is seen can be said; the problem in full comes after.
      aria-description={post.problems[0]?.message}
      aria-posinset={position}
      aria-setsize={count}
      data-active={active || undefined}
      data-post={post.id}
      onPointerDown={(event) => onPress(post.id, event)}
    >
      <RowInside post={post} line={line} unsaved={unsaved} onStar={onStar} />
    </div>
  )
}

/** One post of the list: image, title in two lines at most, date or state, and its star. */
export const PostRow = memo(Row)
