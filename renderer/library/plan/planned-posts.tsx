import type { ReactNode } from 'react'
import type { PostId } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { Button } from '../../ui/button'
import type { PlanState } from './plan-dialog'
import styles from './plan-dialog.module.css'

export interface PlannedPostProps {
  readonly id: PostId
  readonly excluded: ReadonlySet<PostId>
  readonly disabled: boolean
  readonly onLeaveOut: (id: PostId, out: boolean) => void
  /** The lines that change in it. */
  readonly children: ReactNode
}

/** A post that would change, with its lines and a box to leave it out. */
export const PlannedPost = ({ id, excluded, disabled, onLeaveOut, children }: PlannedPostProps) => (
  <>
    <label className={styles.heading}>
      <input
        type="checkbox"
        checked={!excluded.has(id)}
        disabled={disabled}
        onChange={(event) => onLeaveOut(id, !event.target.checked)}
      />{' '}
      <bdi>{id}</bdi>
    </label>
    {!excluded.has(id) && children}
  </>
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
        aria-label={t('changes.progress')}
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={progress.done}
      >
        {t('changes.doneOf', { done: progress.done, total: progress.total })}
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
    <Button onClick={onClose}>{running ? t('app.stop') : t('changes.cancel')}</Button>
    <Button type="submit" look="primary" disabled={!possible || running} focusableWhenDisabled>
      {label}
    </Button>
  </div>
)
