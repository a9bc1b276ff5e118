import type { ReactNode } from 'react'
import { mostPostsWithLines } from '../../shared/ipc/file-calls'
import type { PostId } from '../../shared/post'
import { Button } from '../ui/button'
import type { PlanState } from './plan-dialog'
import styles from './plan-dialog.module.css'
import { postsInWords } from './posts-in-words'

const mostShown = mostPostsWithLines // beyond this many nobody looks at each; all of them are changed

export interface FirstPostsProps<F> {
  readonly posts: readonly F[]
  readonly children: (post: F) => ReactNode
}

/** The first posts of a list, and how many more there are. */
export const FirstPosts = <F,>({ posts, children }: FirstPostsProps<F>) => (
  <>
    {posts.slice(0, mostShown).map(children)}
    {posts.length > mostShown && <p>… and {postsInWords(posts.length - mostShown)} more.</p>}
  </>
)

export interface PlannedPostsProps<F> {
  readonly files: readonly F[]
  readonly left: ReadonlySet<PostId>
  readonly disabled: boolean
  readonly onLeaveOut: (id: PostId, out: boolean) => void
  /** The lines that change in a post. */
  readonly children: (file: F) => ReactNode
}

/** The posts that would change, each with its lines and a box to leave it out. */
export const PlannedPosts = <F extends { readonly id: PostId }>({
  files,
  left,
  disabled,
  onLeaveOut,
  children,
}: PlannedPostsProps<F>) => (
  <FirstPosts posts={files}>
    {(file) => (
      <div key={file.id}>
        <label className={styles.heading}>
          <input
            type="checkbox"
            checked={!left.has(file.id)}
            disabled={disabled}
            onChange={(event) => onLeaveOut(file.id, !event.target.checked)}
          />{' '}
          <bdi>{file.id}</bdi>
        </label>
        {!left.has(file.id) && children(file)}
      </div>
    )}
  </FirstPosts>
)

export interface PlanNoteProps extends Pick<PlanState<unknown, unknown>, 'progress' | 'problem'> {
  readonly id: string
  /** What the plan comes to. */
  readonly summary: string
}

/** How far it is, what is wrong, or what the plan comes to; screen readers hear it, but not each number. */
export const PlanNote = ({ id, summary, progress, problem }: PlanNoteProps) => (
  <div>
    <div id={id} className={problem ? styles.problem : styles.note} aria-live="polite">
      {problem || (progress ? '' : summary)}
    </div>
    {progress && (
      <div
        className={styles.note}
        role="progressbar"
        aria-label="Progress"
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={progress.done}
      >
        {progress.done.toLocaleString('en')} of {postsInWords(progress.total)}
      </div>
    )}
  </div>
)

export interface PlanActsProps {
  /** What the main button does: “Replace in 3 posts”. */
  readonly label: string
  readonly possible: boolean
  readonly running: boolean
  readonly onClose: () => void
}

/** The buttons at the foot: away, or stop while the posts are written; and the act itself. */
export const PlanActs = ({ label, possible, running, onClose }: PlanActsProps) => (
  <div className={styles.acts}>
    <Button onClick={onClose}>{running ? 'Stop' : 'Cancel'}</Button>
    <Button type="submit" look="primary" disabled={!possible || running} focusableWhenDisabled>
      {label}
    </Button>
  </div>
)
