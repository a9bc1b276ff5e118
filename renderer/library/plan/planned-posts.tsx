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
  /** Its changed lines. */
  readonly children: ReactNode
}

/** A post that would change, with its lines and a checkbox. */
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
  /** The summary of the plan. */
  readonly summary: string
}

/** The progress, the problem, or the summary of the plan; announced to screen readers, except each number of the progress. */
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
  /** The text of the main button: “Replace in 3 posts”. */
  readonly label: string
  readonly possible: boolean
  readonly running: boolean
  readonly onClose: () => void
}

/** The buttons: cancel, or stop while the operation is running, and the main button. */
export const PlanActs = ({ label, possible, running, onClose }: PlanActsProps) => (
  <div className={styles.acts}>
    <Button onClick={onClose}>{running ? t('app.stop') : t('changes.cancel')}</Button>
    <Button type="submit" look="primary" disabled={!possible || running} focusableWhenDisabled>
      {label}
    </Button>
  </div>
)
