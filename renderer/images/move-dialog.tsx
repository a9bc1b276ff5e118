import { type FormEvent, useEffect, useState } from 'react'
import { messageOf } from '../../shared/app-error'
import type { MovePlan } from '../../shared/images/catalog/move-plan'
import { t } from '../../shared/texts/translate'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextInput } from '../ui/text-input'
import { type ImagesHost, moveImages, planMove } from './image-actions'
import styles from './images-pane.module.css'

const restMs = 300

const words = ({ files }: MovePlan): string => {
  const count = files.reduce((sum, { changes }) => sum + changes.length, 0)
  if (count === 0) return t('images.noTextChanges')
  return t('images.referencesFollow', { count, files: files.length })
}

const Changes = ({ plan }: { readonly plan: MovePlan }) => (
  <>
    <p>{words(plan)}</p>
    {plan.warnings.map((text) => (
      <p key={text} className={styles.problem}>
        {text}
      </p>
    ))}
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by the keyboard */}
    <ul className={styles.changes} tabIndex={0} aria-label={t('images.changedLines')}>
      {plan.unchangeable.map(({ path, line, target, reason }) => (
        <li key={`${path} ${line} ${target}`} className={styles.problem}>
          {t('images.cannotChange', { path, line, target, reason })}
        </li>
      ))}
      {plan.files.flatMap(({ path, changes }) =>
        changes.map(({ line, before, after }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a plan never changes once it is made
          <li key={`${path} ${line} ${index}`}>
            <span className={styles.note}>{t('images.titleAtLine', { title: path, line })}</span>
            <code>
              <del>{before}</del>
            </code>
            <code>
              <ins>{after}</ins>
            </code>
          </li>
        )),
      )}
    </ul>
  </>
)

export interface MoveImageDialogProps {
  readonly host: ImagesHost
  /** Path of an image, or of a folder of images. */
  readonly from: string
  readonly onClose: () => void
}

/** Renames or moves an image or folder, showing every line that changes beforehand. */
export const MoveImageDialog = ({ host, from, onClose }: MoveImageDialogProps) => {
  const [to, setTo] = useState(from)
  const [plan, setPlan] = useState<MovePlan | null>(null)
  const [problem, setProblem] = useState('')
  const [running, setRunning] = useState(false)
  useEffect(() => {
    setPlan(null)
    setProblem('')
    if (to === from || to.trim() === '') return
    let isCurrent = true
    const timer = setTimeout(() => {
      planMove(host, from, to).then(
        (found) => isCurrent && setPlan(found),
        (error: unknown) => isCurrent && setProblem(messageOf(error)),
      )
    }, restMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [host, from, to])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!plan || running) return
    setRunning(true)
    moveImages(host, plan).then(onClose, (error: unknown) => {
      setProblem(messageOf(error))
      setRunning(false)
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('images.renameOrMove')} width={680}>
      <form onSubmit={submit}>
        <TextInput
          monospace
          aria-label={t('images.newPath')}
          value={to}
          invalid={problem !== ''}
          disabled={running}
          onValueChange={setTo}
        />
        {problem !== '' && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        {plan && <Changes plan={plan} />}
        <div className={styles.acts} style={{ justifyContent: 'flex-end', marginTop: 'var(--s4)' }}>
          <Button onClick={onClose}>{t('changes.cancel')}</Button>
          <Button type="submit" look="primary" disabled={!plan || running} focusableWhenDisabled>
            {t('changes.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
