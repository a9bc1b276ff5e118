import { type FormEvent, useId, useMemo, useRef } from 'react'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { CompletedInput } from '../../ui/completed-input'
import { Dialog } from '../../ui/dialog'
import styles from '../plan/plan-dialog.module.css'
import { PlanActs, PlanNote } from '../plan/planned-posts'
import { useLibrary } from '../state/library-store'
import { foldersOf } from '../state/post-folders'
import { closeMove, leaveOutOfMove, move, setMoveChoices, setMoveFolder, useMove } from './move-store'
import { planInWords } from './plan-rows'
import { RenameChoicesList } from './rename-choices'
import { RenamePlanList } from './rename-plan'

const Form = () => {
  const { request, plan, excluded, progress, problem, running } = useMove()
  const posts = useLibrary((state) => state.posts)
  const folders = useMemo(() => foldersOf(posts).map(({ path }) => path), [posts])
  const ids = { folder: useId(), note: useId() }
  const offers = useRef(plan?.offers ?? null)
  if (plan) offers.current = plan.offers
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan && !running) move().catch(showError)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.folder}>
          {t('changes.folderInPosts')}
        </label>
        <CompletedInput
          id={ids.folder}
          monospace
          value={request?.folder ?? ''}
          choices={folders}
          invalid={problem !== ''}
          disabled={running}
          aria-describedby={ids.note}
          onValueChange={setMoveFolder}
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
          onChange={setMoveChoices}
        />
      )}
      {plan && (
        <RenamePlanList plan={plan} excluded={excluded} disabled={running} onLeaveOut={leaveOutOfMove} />
      )}
      <PlanActs label={t('changes.move')} possible={plan !== null} running={running} onClose={closeMove} />
    </form>
  )
}

/** Moves a post to another folder and shows every line that changes with it, before anything does. */
export const MoveDialog = () => {
  const open = useMove((state) => state.request !== null)
  return (
    <Dialog open={open} onClose={closeMove} title={t('changes.moveToFolder')} width={720}>
      <Form />
    </Dialog>
  )
}
