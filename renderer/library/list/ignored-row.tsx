import { X } from 'lucide-react'
import { t } from '../../../shared/texts/translate'
import { useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { IconButton } from '../../ui/button'
import {
  ignoredChoiceOf,
  ignoredInWords,
  includeIgnored,
  leaveIgnoredOut,
  useIgnored,
} from '../state/ignored-posts'
import styles from './list-states.module.css'

/** A note below the list about posts ignored by Git, until the user has decided whether to list them. */
export const IgnoredRow = () => {
  const ignored = useIgnored()
  const site = useSite((state) => state.site?.key)
  const choice = useSettings((settings) => ignoredChoiceOf(settings.ignoredPosts, site))
  if (ignored.posts === 0 || choice !== null) return null
  const folders =
    ignored.folders.length === 0
      ? {}
      : { title: t('library.inFolders', { folders: ignored.folders.join(', ') }) }
  return (
    <section className={styles.note} aria-label={t('library.ignoredByGit')}>
      <p className={styles.noteWords} {...folders}>
        {t('library.ignoredNotListed', { posts: ignoredInWords(ignored) })}
      </p>
      <button type="button" className={styles.stop} onClick={includeIgnored}>
        {t('library.include')}
      </button>
      <IconButton label={t('library.leaveOut')} onClick={leaveIgnoredOut}>
        <X size={13} aria-hidden />
      </IconButton>
    </section>
  )
}
