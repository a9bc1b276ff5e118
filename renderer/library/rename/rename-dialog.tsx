import { type FormEvent, useId, useRef } from 'react'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { Dialog } from '../../ui/dialog'
import { TextInput } from '../../ui/text-input'
import styles from '../plan/plan-dialog.module.css'
import { PlanActs, PlanNote } from '../plan/planned-posts'
import { planInWords } from './plan-rows'
import { RenameChoicesList } from './rename-choices'
import { RenamePlanList } from './rename-plan'
import {
  closeRename,
  leaveOutOfRename,
  rename,
  setRenameChoices,
  setRenameSlug,
  useRename,
} from './rename-store'

const Form = () => {
  const { request, plan, excluded, progress, problem, running } = useRename()
  const ids = { slug: useId(), note: useId() }
  // What is offered stays in sight while the next plan is made.
  const offers = useRef(plan?.offers ?? null)
  if (plan) offers.current = plan.offers
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan && !running) rename().catch(showError)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.slug}>
          {t('changes.newSlug')}
        </label>
        <TextInput
          id={ids.slug}
          monospace
          autoComplete="off"
          value={request?.slug ?? ''}
          invalid={problem !== ''}
          disabled={running}
          aria-describedby={ids.note}
          onValueChange={setRenameSlug}
          onFocus={(event) => event.target.select()}
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
          onChange={setRenameChoices}
        />
      )}
      {plan && (
        <RenamePlanList plan={plan} excluded={excluded} disabled={running} onLeaveOut={leaveOutOfRename} />
      )}
      <PlanActs
        label={t('changes.rename')}
        possible={plan !== null}
        running={running}
        onClose={closeRename}
      />
    </form>
  )
}

/** Gives a post another slug and shows every line that changes with it, before anything does. */
export const RenameDialog = () => {
  const open = useRename((state) => state.request !== null)
  return (
    <Dialog open={open} onClose={closeRename} title={t('changes.renameSlug')} width={720}>
      <Form />
    </Dialog>
  )
}
