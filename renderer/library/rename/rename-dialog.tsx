import { type FormEvent, useId } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextInput } from '../../ui/text-input'
import styles from '../plan/plan-dialog.module.css'
import { RenamePlanList } from './rename-plan'
import { closeRename, rename, setRenameSlug, useRename } from './rename-store'

const Form = () => {
  const { slug, plan, problem, running } = useRename()
  const ids = { slug: useId(), problem: useId() }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan && !running) void rename()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.slug}>
          New slug. Its images move along, and links to the post follow.
        </label>
        <TextInput
          id={ids.slug}
          monospace
          autoComplete="off"
          value={slug}
          invalid={problem !== ''}
          aria-describedby={ids.problem}
          onValueChange={setRenameSlug}
          onFocus={(event) => event.target.select()}
        />
        <div id={ids.problem} className={styles.problem} aria-live="polite">
          {problem}
        </div>
      </div>
      {plan && <RenamePlanList plan={plan} />}
      <div className={styles.acts}>
        <Button onClick={closeRename}>Cancel</Button>
        <Button type="submit" look="primary" disabled={!plan || running} focusableWhenDisabled>
          Rename
        </Button>
      </div>
    </form>
  )
}

/** Gives a post another slug and shows every line that changes with it, before anything does. */
export const RenameDialog = () => {
  const open = useRename((state) => state.id !== null)
  return (
    <Dialog open={open} onClose={closeRename} title="Rename slug" width={640}>
      <Form />
    </Dialog>
  )
}
