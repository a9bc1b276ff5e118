import { type FormEvent, useId, useRef } from 'react'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { Dialog } from '../../ui/dialog'
import { TextInput } from '../../ui/text-input'
import styles from '../plan/plan-dialog.module.css'
import { PlanActs, PlanNote } from '../plan/planned-posts'
import {
  changeDate,
  closeDateDialog,
  leaveOutOfDate,
  setDateChoices,
  setPostDate,
  useDateDialog,
} from './date-store'
import { planInWords } from './plan-rows'
import { RenameChoicesList } from './rename-choices'
import { RenamePlanList } from './rename-plan'

const Form = () => {
  const { request, plan, excluded, progress, problem, running } = useDateDialog()
  const ids = { date: useId(), note: useId() }
  const offers = useRef(plan?.offers ?? null)
  if (plan) offers.current = plan.offers
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan && !running) changeDate().catch(showError)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.date}>
          {request?.draft ? t('changes.date') : t('changes.dateInName')}
        </label>
        <TextInput
          id={ids.date}
          monospace
          value={request?.date ?? ''}
          invalid={problem !== ''}
          disabled={running}
          aria-describedby={ids.note}
          onChange={(event) => setPostDate(event.target.value)}
        />
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
          onChange={setDateChoices}
        />
      )}
      {plan && (
        <RenamePlanList plan={plan} excluded={excluded} disabled={running} onLeaveOut={leaveOutOfDate} />
      )}
      <PlanActs
        label={request?.draft ? t('changes.publish') : t('changes.changeDate')}
        possible={plan !== null}
        running={running}
        onClose={closeDateDialog}
      />
    </form>
  )
}

/** Changes the date in a post's file name, or publishes a draft, and shows every line that changes with it. */
export const DateDialog = () => {
  const open = useDateDialog((state) => state.request !== null)
  const draft = useDateDialog((state) => state.request?.draft === true)
  return (
    <Dialog
      open={open}
      onClose={closeDateDialog}
      title={draft ? t('changes.publishDraft') : t('changes.changeDate')}
      width={720}
    >
      <Form />
    </Dialog>
  )
}
