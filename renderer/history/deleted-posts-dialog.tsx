import { t } from '../../shared/texts/translate'
import { showError } from '../base/notices'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { bringBack, closeHistory, openDeletedPosts, showDeletedPost, useHistory } from './history-store'
import { VersionList } from './version-list'
import styles from './version-list.module.css'

/** The history of deleted posts, and the versions of one of them. */
export const DeletedPostsDialog = () => {
  const open = useHistory((state) => state.open === 'deleted')
  const postId = useHistory((state) => state.postId)
  if (!open) return null
  return postId === null ? <DeletedPosts /> : <Versions id={postId} />
}

const Versions = ({ id }: { readonly id: string }) => {
  const shown = useHistory((state) => state.shown)
  const problem = useHistory((state) => state.problem)
  return (
    <Dialog
      open
      onClose={closeHistory}
      title={t('document.historyOf', { id })}
      width={1040}
      footer={
        <>
          <Button onClick={() => openDeletedPosts().catch(showError)}>{t('document.backToList')}</Button>
          <Button look="primary" disabled={!shown} onClick={() => bringBack().catch(showError)}>
            {t('document.restorePost')}
          </Button>
        </>
      }
    >
      <div className={styles.panel}>
        <VersionList />
        <section className={styles.shown} aria-label={t('document.version')}>
          {problem && <p role="alert">{problem}</p>}
          {shown && <pre className={styles.text}>{shown.text}</pre>}
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
