import type { TextChange } from '../../shared/text/text-change'
import { t } from '../../shared/texts/translate'
import { showError } from '../base/notices'
import { dispatchChanges, getText, useDocument } from '../document/document-store'
import { changesBetween } from '../document/state/apply-text'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import styles from './history-dialog.module.css'
import {
  bringBack,
  closeHistory,
  openDeletedPosts,
  type ShownVersion,
  saysTheSame,
  showDeletedPost,
  useHistory,
} from './history-store'
import { VersionDiff } from './version-diff'
import { VersionList } from './version-list'

/** The history of the open post, and posts whose files are gone. */
export const HistoryDialog = () => {
  const open = useHistory((state) => state.open)
  const postId = useHistory((state) => state.postId)
  if (open === null) return null
  return open === 'deleted' && postId === null ? <DeletedPosts /> : <Versions deleted={open === 'deleted'} />
}

const restoreAll = ({ text }: ShownVersion): void => {
  dispatchChanges(changesBetween(getText(), text), 'input.restore')
  closeHistory()
}

const restorePart = (change: TextChange): void => dispatchChanges([change], 'input.restore')

const Versions = ({ deleted }: { readonly deleted: boolean }) => {
  const postId = useHistory((state) => state.postId) ?? ''
  const shown = useHistory((state) => state.shown)
  const problem = useHistory((state) => state.problem)
  const isEmpty = useHistory((state) => state.versions.length === 0 && !state.loading)
  useDocument((state) => state.version) // the text may change under the panel: a part that was restored is gone from it
  if (isEmpty)
    return (
      <Dialog open onClose={closeHistory} title={t('document.historyOf', { id: postId })} width={420}>
        {problem ? <p role="alert">{problem}</p> : <VersionList />}
      </Dialog>
    )
  return (
    <Dialog
      open
      onClose={closeHistory}
      title={t('document.historyOf', { id: postId })}
      width={1040}
      footer={
        <>
          {deleted && (
            <Button onClick={() => openDeletedPosts().catch(showError)}>{t('document.backToList')}</Button>
          )}
          {deleted ? (
            <Button look="primary" disabled={!shown} onClick={() => bringBack().catch(showError)}>
              {t('document.restorePost')}
            </Button>
          ) : (
            <Button
              look="primary"
              disabled={!shown || saysTheSame(shown)}
              onClick={() => shown && restoreAll(shown)}
            >
              {t('document.restoreVersion')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.panel}>
        <VersionList />
        <section className={styles.shown} aria-label={t('document.version')}>
          {problem && <p role="alert">{problem}</p>}
          {shown && deleted && <pre className={styles.text}>{shown.text}</pre>}
          {shown && !deleted && <VersionDiff earlier={shown.text} now={getText()} onRestore={restorePart} />}
        </section>
      </div>
    </Dialog>
  )
}

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

const DeletedPosts = () => {
  const posts = useHistory((state) => state.deleted)
  const loading = useHistory((state) => state.loading)
  const problem = useHistory((state) => state.problem)
  return (
    <Dialog open onClose={closeHistory} title={t('document.historyOfDeleted')} width={560}>
      {problem && <p role="alert">{problem}</p>}
      {posts.length === 0 && !loading && !problem && <p className={styles.none}>{t('document.noDeleted')}</p>}
      <ul className={styles.versions}>
        {posts.map(({ id, lastMs }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.version}
              onClick={() => showDeletedPost(id).catch(showError)}
            >
              <span>{id}</span>
              <span className={styles.size}>{when.format(lastMs)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
