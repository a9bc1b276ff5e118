import { type FormEvent, type ReactNode, useId, useRef } from 'react'
import type { RenameChoices, RenamePlan } from '../../../shared/posts/post-rename'
import { showError } from '../../base/notices'
import type { PlanState } from '../plan/plan-dialog'
import styles from '../plan/plan-dialog.module.css'
import { PlanActs, PlanNote } from '../plan/planned-posts'
import { planInWords } from './plan-rows'
import { RenameChoicesList } from './rename-choices'
import { RenamePlanList } from './rename-plan'

/** What ties the field of the new name to its label and note. */
interface FieldProps {
  readonly id: string
  readonly monospace: true
  readonly invalid: boolean
  readonly disabled: boolean
  readonly 'aria-describedby': string
}

export interface PlanFormProps {
  readonly state: PlanState<{ readonly choices: RenameChoices }, RenamePlan>
  readonly label: string
  /** The field of the new slug, folder or date. */
  readonly field: (props: FieldProps) => ReactNode
  /** The text of the main button. */
  readonly action: string
  readonly onChoices: (choices: RenameChoices) => void
  readonly onLeaveOut: (keys: readonly string[], out: boolean) => void
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
}

/** The form of a rename, move or change of date: the new name, the choices, and every line that will change. */
export const PlanForm = ({ state, label, field, action, ...on }: PlanFormProps) => {
  const { request, plan, excluded, progress, problem, running } = state
  const ids = { field: useId(), note: useId() }
  // The offers of the last plan stay visible while the next one is made.
  const offers = useRef(plan?.offers ?? null)
  if (plan) offers.current = plan.offers
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan && !running) on.onSubmit().catch(showError)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.field}>
          {label}
        </label>
        {field({
          id: ids.field,
          monospace: true,
          invalid: problem !== '',
          disabled: running,
          'aria-describedby': ids.note,
        })}
        <PlanNote
          id={ids.note}
          summary={plan ? planInWords(plan, excluded) : ''}
          progress={progress}
          problem={problem}
        />
      </div>
      {request && (
        <RenameChoicesList
          offers={offers.current}
          choices={request.choices}
          disabled={running}
          onChange={on.onChoices}
        />
      )}
      {plan && (
        <RenamePlanList plan={plan} excluded={excluded} disabled={running} onLeaveOut={on.onLeaveOut} />
      )}
      <PlanActs label={action} possible={plan !== null} running={running} onClose={on.onClose} />
    </form>
  )
}
