import type { ReactNode } from 'react'
import { t } from '../../shared/texts/translate'
import { showError } from '../base/notices'
import { keepMine, takeTheirs } from '../document/disk/disk-changes'
import { save } from '../document/document-store'
import { dropImportsOf } from '../document/images/imported-images'
import { dropJournal } from '../document/journal/journal-client'
import { pausedByHead } from '../document/save/autosave'
import { closePosts } from '../document/show-post'
import { useDocument } from '../document/state/document-state'
import { documentOf } from '../document/state/open-documents'
import { Button } from '../ui/button'
import { openComparison } from './comparison'
import styles from './file-notice.module.css'

const letGo = async (id: string): Promise<void> => {
  const document = documentOf(id)
  if (!document) return
  await dropImportsOf(document)
  await dropJournal(document)
  closePosts([id])
}

const saveOver = async (id: string): Promise<void> => {
  keepMine(id)
  await save(id)
}

const run = (work: Promise<unknown>): void => {
  work.catch(showError)
}

interface BarProps {
  readonly tone: 'ask' | 'tell' | 'fail'
  readonly text: string
  readonly children?: ReactNode
}

const Bar = ({ tone, text, children }: BarProps) => (
  <div className={styles.bar} data-tone={tone} role={tone === 'tell' ? 'status' : 'alert'}>
    <p className={styles.text}>{text}</p>
    {children && <div className={styles.buttons}>{children}</div>}
  </div>
)

/** A bar above the text if the file has a problem, with the user's options. */
export const FileNotice = () => {
  const id = useDocument((state) => state.post?.id ?? null)
  const writable = useDocument((state) => state.post?.writable ?? true)
  const saveState = useDocument((state) => state.saveState)
  const message = useDocument((state) => state.message)
  const broken = useDocument((state) => state.head?.frontMatter.kind === 'broken')
  if (id === null) return null
  switch (saveState) {
    case 'conflict':
      return (
        <Bar tone="ask" text={message}>
          <Button onClick={() => run(saveOver(id))}>{t('document.keepMine')}</Button>
          <Button onClick={() => takeTheirs(id)}>{t('document.useFile')}</Button>
          <Button look="primary" onClick={() => openComparison(id)}>
            {t('document.compare')}
          </Button>
        </Bar>
      )
    case 'deleted':
      return (
        <Bar tone="ask" text={message}>
          <Button onClick={() => run(letGo(id))}>{t('document.closeWithoutSaving')}</Button>
          <Button look="primary" onClick={() => run(save(id))}>
            {t('document.saveAgain')}
          </Button>
        </Bar>
      )
    case 'failed':
      return (
        <Bar tone="fail" text={message}>
          <Button onClick={() => run(save(id))}>{t('app.tryAgain')}</Button>
        </Bar>
      )
    case 'unsaved':
      if (broken && isPaused(id)) return <Bar tone="tell" text={t('document.autosavePaused')} />
      return writable ? null : <ReadOnly />
    case 'saved':
    case 'saving':
      return writable ? null : <ReadOnly />
  }
}

const ReadOnly = () => <Bar tone="tell" text={t('document.markedReadOnly')} />

const isPaused = (id: string): boolean => {
  const document = documentOf(id)
  return document !== null && pausedByHead(document)
}
