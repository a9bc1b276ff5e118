import { type FormEvent, useId, useMemo } from 'react'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { Dialog } from '../../ui/dialog'
import { ChangedHunks } from '../plan/changed-lines'
import styles from '../plan/plan-dialog.module.css'
import { heightOfLines, PlanList } from '../plan/plan-list'
import { PlanActs, PlanNote, PlannedPost } from '../plan/planned-posts'
import { BulkEditFields } from './fields'
import {
  type BulkPlan,
  bulkEdit,
  type ChangedPost,
  closeBulkEdit,
  leaveOut,
  type RefusedPost,
  sortPlan,
  useBulkEdit,
} from './store'

const nothing: BulkPlan = []

const summaryOf = ({ changed, refused, same }: ReturnType<typeof sortPlan>): string =>
  [
    t('changes.wouldChange', { count: changed.length }),
    same > 0 && t('changes.wouldStay', { count: same }),
    refused.length > 0 && t('changes.cannotEdit', { count: refused.length }),
  ]
    .filter(Boolean)
    .join(' ')

const Refused = ({ id, reason, line }: RefusedPost) => (
  <>
    <div className={styles.heading}>
      <bdi>{id}</bdi>
    </div>
    <p className={styles.warning}>
      {line === null ? t('changes.notChanged', { reason }) : t('changes.notChangedAt', { reason, line })}
    </p>
  </>
)

const heightOf = (post: ChangedPost | RefusedPost): number =>
  heightOfLines(post.kind === 'changed' ? post.hunks.length : 1)

const Form = () => {
  const { request, plan, excluded, progress, problem, running } = useBulkEdit()
  const note = useId()
  const sorted = useMemo(() => sortPlan(plan ?? nothing), [plan])
  const rows = useMemo(() => [...sorted.refused, ...sorted.changed], [sorted])
  const count = sorted.changed.length - excluded.size
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (count > 0 && !running) bulkEdit().catch(showError)
  }
  if (!request) return null
  return (
    <form className={styles.form} onSubmit={submit}>
      <fieldset className={styles.inputs} disabled={running} aria-label={t('changes.change')}>
        <BulkEditFields form={request.form} describedBy={note} />
      </fieldset>
      <PlanNote
        id={note}
        summary={plan ? summaryOf(sorted) : t('changes.selected', { count: request.ids.length })}
        progress={progress}
        problem={problem}
      />
      {rows.length > 0 && (
        <PlanList rows={rows} keyOf={({ id }) => id} heightOf={heightOf}>
          {(post) =>
            post.kind === 'refused' ? (
              <Refused {...post} />
            ) : (
              <PlannedPost id={post.id} excluded={excluded} disabled={running} onLeaveOut={leaveOut}>
                <ChangedHunks hunks={post.hunks} />
              </PlannedPost>
            )
          }
        </PlanList>
      )}
      <PlanActs
        label={count > 0 ? t('changes.changePosts', { count }) : t('changes.change')}
        possible={count > 0}
        running={running}
        onClose={closeBulkEdit}
      />
    </form>
  )
}

/** Edits a field or tag in many posts, showing every line beforehand; one undo reverts it. */
export const BulkEditDialog = () => {
  const open = useBulkEdit((state) => state.request !== null)
  return (
    <Dialog open={open} onClose={closeBulkEdit} title={t('changes.editFields')} width={640}>
      <Form />
    </Dialog>
  )
}
