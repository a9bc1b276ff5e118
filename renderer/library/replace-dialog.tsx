import { type FormEvent, useId } from 'react'
import type { ReplacePlan } from '../../shared/ipc/file-calls'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextInput } from '../ui/text-input'
import { ChangedLines } from './changed-lines'
import styles from './rename-dialog.module.css'
import { closeReplace, leaveOut, replaceAll, setReplacement, useReplace } from './replace-store'

const mostShown = 200 // beyond this many nobody looks at each; all of them are changed

const Plan = ({ plan }: { readonly plan: ReplacePlan }) => {
  const left = useReplace((state) => state.left)
  return (
    <section className={styles.plan} aria-label="What will change">
      {plan.slice(0, mostShown).map(({ id, changes }) => (
        <div key={id}>
          <label className={styles.heading}>
            <input
              type="checkbox"
              checked={!left.has(id)}
              onChange={(event) => leaveOut(id, !event.target.checked)}
            />{' '}
            <bdi>{id}</bdi>
          </label>
          {!left.has(id) && <ChangedLines changes={changes} />}
        </div>
      ))}
      {plan.length > mostShown && <p>… and {(plan.length - mostShown).toLocaleString('en')} more posts.</p>}
    </section>
  )
}

const Form = () => {
  const { request, plan, left, progress, problem, running } = useReplace()
  const ids = { by: useId(), note: useId() }
  const count = plan ? plan.length - left.size : 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (count > 0 && !running) void replaceAll()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.by}>
          Replace “<bdi>{request?.text}</bdi>” by
        </label>
        <TextInput
          id={ids.by}
          autoComplete="off"
          value={request?.by ?? ''}
          disabled={running}
          aria-describedby={ids.note}
          onValueChange={setReplacement}
        />
        <div id={ids.note} className={problem ? styles.problem : styles.label} aria-live="polite">
          {problem || (plan?.length === 0 && 'No post would change.')}
          {progress &&
            `${progress.done.toLocaleString('en')} of ${progress.total.toLocaleString('en')} posts`}
        </div>
      </div>
      {plan && plan.length > 0 && <Plan plan={plan} />}
      <div className={styles.acts}>
        <Button onClick={closeReplace}>{running ? 'Stop' : 'Cancel'}</Button>
        <Button type="submit" look="primary" disabled={count === 0 || running} focusableWhenDisabled>
          {count > 0
            ? `Replace in ${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`
            : 'Replace'}
        </Button>
      </div>
    </form>
  )
}

/** Replaces what the search finds in many posts; every line is shown before, and one undo takes all back. */
export const ReplaceDialog = () => {
  const open = useReplace((state) => state.request !== null)
  return (
    <Dialog open={open} onClose={closeReplace} title="Replace in posts" width={640}>
      <Form />
    </Dialog>
  )
}
