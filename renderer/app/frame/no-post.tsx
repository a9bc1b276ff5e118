import type { CommandId } from '../../../shared/commands'
import { t } from '../../../shared/texts/translate'
import { runCommand } from '../../base/command-bus'
import { shortcutOf } from '../../base/platform'
import { openPost } from '../../document/show-post'
import { useDocument } from '../../document/state/document-state'
import { Button } from '../../ui/button'
import styles from './no-post.module.css'

const ways: readonly { readonly id: CommandId; readonly label: string }[] = [
  { id: 'quick-open', label: t('app.goToPost') },
  { id: 'new-post', label: t('app.writeNew') },
  { id: 'find-in-posts', label: t('app.searchPosts') },
  { id: 'command-palette', label: t('app.allCommands') },
]

/** Shown while no post is open, or instead of a post that could not be opened. */
export const NoPost = () => {
  const opening = useDocument((state) => state.opening)
  const failure = useDocument((state) => state.failure)
  if (opening !== null) return <div className={styles.empty} aria-busy />
  if (failure) {
    return (
      <div className={styles.empty} role="alert">
        <p className={styles.title}>{t('app.postNotOpened')}</p>
        <p className={styles.text}>{failure.message}</p>
        <div className={styles.acts}>
          <Button onClick={() => void openPost(failure.id)}>{t('app.tryAgain')}</Button>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{t('app.noPost')}</p>
      <dl className={styles.keys}>
        {ways.map(({ id, label }) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt>{shortcutOf(id)}</dt>
            <dd>
              <button type="button" onClick={() => runCommand(id)}>
                {label}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
