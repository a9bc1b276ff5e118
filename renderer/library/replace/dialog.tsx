import { type FormEvent, useId } from 'react'
import { textToReplace } from '../../../shared/posts/post-query'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { Dialog } from '../../ui/dialog'
import { Phrase } from '../../ui/phrase'
import { TextInput } from '../../ui/text-input'
import styles from '../plan/plan-dialog.module.css'
import { PlanList } from '../plan/plan-list'
import { PlanActs, PlanNote, PlannedPost } from '../plan/planned-posts'
import { heightOfReplacement, ReplacedLines } from './replaced-lines'
import { closeReplace, leaveOut, replaceAll, setReplacement, useReplace } from './store'

const Form = () => {
  const { request, plan, excluded, progress, problem, running } = useReplace()
  const ids = { replacement: useId(), note: useId() }
  const count = plan ? plan.length - excluded.size : 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (count > 0 && !running) replaceAll().catch(showError)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.replacement}>
          <Phrase
            text={t('changes.replaceWith', { text: '{text}' })}
            parts={{ text: <bdi>{request && textToReplace(request.text, request.regex)}</bdi> }}
          />
        </label>
        <TextInput
          id={ids.replacement}
          autoComplete="off"
          value={request?.replacement ?? ''}
          disabled={running}
          aria-describedby={ids.note}
          onValueChange={setReplacement}
        />
        <PlanNote
          id={ids.note}
          summary={plan?.length === 0 ? t('changes.noPostChanges') : ''}
          progress={progress}
          problem={problem}
        />
      </div>
      {plan && plan.length > 0 && (
        <PlanList rows={plan} keyOf={({ id }) => id} heightOf={heightOfReplacement}>
          {(file) => (
            <PlannedPost id={file.id} excluded={excluded} disabled={running} onLeaveOut={leaveOut}>
              <ReplacedLines file={file} />
            </PlannedPost>
          )}
        </PlanList>
      )}
      <PlanActs
        label={count > 0 ? t('changes.replaceIn', { count }) : t('editor.replace')}
        possible={count > 0}
        running={running}
        onClose={closeReplace}
      />
    </form>
  )
}

/** Replaces the search text in many posts, showing every line beforehand; one undo reverts it. */
export const ReplaceDialog = () => {
  const open = useReplace((state) => state.request !== null)
  return (
    <Dialog open={open} onClose={closeReplace} title={t('changes.replaceInPosts')} width={640}>
      <Form />
    </Dialog>
  )
}
