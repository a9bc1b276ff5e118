import { X } from 'lucide-react'
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

/** Says under the list that posts are missing from it because Git ignores them, until the writer has decided. */
export const IgnoredRow = () => {
  const ignored = useIgnored()
  const site = useSite((state) => state.site?.key)
  const choice = useSettings((settings) => ignoredChoiceOf(settings.ignoredPosts, site))
  if (ignored.posts === 0 || choice !== null) return null
  const folders = ignored.folders.length === 0 ? {} : { title: `In ${ignored.folders.join(', ')}` }
  return (
    <section className={styles.ignored} aria-label="Posts ignored by Git">
      <p className={styles.ignoredWords} {...folders}>
        Not listed: {ignoredInWords(ignored)} ignored by Git
      </p>
      <button type="button" className={styles.stop} onClick={includeIgnored}>
        Include
      </button>
      <IconButton label="Leave them out" onClick={leaveIgnoredOut}>
        <X size={13} aria-hidden />
      </IconButton>
    </section>
  )
}
