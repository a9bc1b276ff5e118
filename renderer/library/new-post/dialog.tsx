import { type FormEvent, useId, useMemo, useState } from 'react'
import { messageOf } from '../../../shared/app-error'
import { freeSlug, slugOf } from '../../../shared/site/slug'
import { t } from '../../../shared/texts/translate'
import { closeDialog, useDialog } from '../../base/dialogs'
import { focusText } from '../../base/focus-text'
import { useSchema } from '../../base/schema-store'
import { useSite } from '../../base/site-store'
import { showText } from '../../document/place/show-text'
import { openPost } from '../../document/show-post'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/select'
import { TextInput } from '../../ui/text-input'
import { useLibrary } from '../state/library-store'
import { createPost } from './create-post'
import styles from './dialog.module.css'
import { namingHabits, newPostId, slugProblem } from './new-post-id'

const dayToday = (): string => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

const Form = () => {
  const posts = useLibrary((state) => state.posts)
  const site = useSite((state) => state.site ?? 'plain')
  const template = useSchema((schema) => schema.newPost?.fileName)
  const habits = useMemo(() => namingHabits(posts, site, template), [posts, site, template])
  const slugs = useMemo(() => posts.map(({ slug }) => slug), [posts])
  const [title, setTitle] = useState('')
  const [ownSlug, setOwnSlug] = useState<string | null>(null)
  const [folder, setFolder] = useState(habits.folders[0] ?? '')
  const [creating, setCreating] = useState(false)
  const reading = useLibrary((state) => state.progress)
  const [failure, setFailure] = useState<string | null>(null)
  const ids = { title: useId(), slug: useId(), note: useId() }

  const proposed = title.trim() === '' ? '' : freeSlug(slugOf(title, habits.keepScripts), slugs)
  const slug = ownSlug ?? proposed
  const values = { slug, today: dayToday() }
  const id = newPostId(habits, folder, values)
  const started = title !== '' || ownSlug !== null
  const problem = started ? slugProblem(slug, id, posts) : null
  const possible = title.trim() !== '' && slug !== '' && problem === null && !creating

  const create = async (event: FormEvent) => {
    event.preventDefault()
    if (!possible) return
    setCreating(true)
    setFailure(null)
    try {
      await createPost(id, title.trim(), values, posts)
      closeDialog()
      await openPost(id)
      showText()
      focusText()
    } catch (error) {
      setFailure(messageOf(error))
      setCreating(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void create(event)}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.title}>
          {t('changes.title')}
        </label>
        <TextInput id={ids.title} value={title} onValueChange={setTitle} spellCheck autoComplete="off" />
      </div>
      {habits.folders.length > 1 && (
        <div className={styles.field}>
          <span className={styles.label}>{t('changes.folder')}</span>
          <Select
            label={t('changes.folder')}
            value={folder}
            options={habits.folders.map((value) => ({ value, label: value || t('library.topFolder') }))}
            onChange={setFolder}
          />
        </div>
      )}
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.slug}>
          {t('changes.slug')}
        </label>
        <TextInput
          id={ids.slug}
          monospace
          value={slug}
          invalid={problem !== null}
          aria-describedby={ids.note}
          autoComplete="off"
          onValueChange={(typed) => setOwnSlug(typed === '' ? null : typed)}
        />
        <div id={ids.note} className={styles.path} aria-live="polite">
          {problem || failure ? (
            <span className={styles.problem}>{problem ?? failure}</span>
          ) : creating && reading ? (
            t('changes.waitingForPosts', { done: reading.done, total: reading.total })
          ) : (
            slug && id
          )}
        </div>
      </div>
      <div className={styles.acts}>
        <Button onClick={closeDialog}>{t('changes.cancel')}</Button>
        <Button type="submit" look="primary" disabled={!possible} focusableWhenDisabled>
          {t('changes.createPost')}
        </Button>
      </div>
    </form>
  )
}

/** Asks for a title and proposes the file; the new post follows the style of the newest one. */
export const NewPostDialog = () => {
  const open = useDialog((state) => state.open === 'new-post')
  return (
    <Dialog open={open} onClose={closeDialog} title={t('app.newPost')} width={480}>
      <Form />
    </Dialog>
  )
}
