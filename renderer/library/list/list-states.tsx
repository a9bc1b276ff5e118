import { X } from 'lucide-react'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { runCommand } from '../../base/command-bus'
import { showError } from '../../base/notices'
import { useSite } from '../../base/site-store'
import { Button, IconButton } from '../../ui/button'
import { Phrase } from '../../ui/phrase'
import { setFilter, setQuery, useLibrary } from '../state/library-store'
import type { PostFilter } from '../state/post-filter'
import { selectNothing, useSelection } from '../state/selection'
import { useTextSearch } from '../state/text-search'
import styles from './list-states.module.css'
import type { ShownPosts } from './use-shown-posts'

const nothingOf: Readonly<Record<PostFilter, string>> = {
  all: t('library.noPosts'),
  featured: t('library.noFeatured'),
  drafts: t('library.noDrafts'),
  scheduled: t('library.noScheduled'),
  problems: t('library.noProblems'),
}

const EmptyFolder = () => {
  const folder = useSite((state) => state.site?.displayPath)
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{t('library.noPostsYet')}</p>
      <p>{t('library.folderEmpty', { folder: folder ?? '' })}</p>
      <Button look="primary" onClick={() => runCommand('new-post')}>
        {t('app.newPost')}
      </Button>
    </div>
  )
}

const NoResult = () => {
  const query = useLibrary((state) => state.query.trim())
  const filter = useLibrary((state) => state.filter)
  return (
    <div className={styles.empty} role="status">
      <p className={styles.emptyTitle}>{query ? t('library.noResults') : nothingOf[filter]}</p>
      {query && (
        <p>
          <Phrase
            text={t('library.nothingWith', { nothing: nothingOf[filter], query: '{query}' })}
            parts={{ query: <bdi>{query}</bdi> }}
          />
        </p>
      )}
      <Button
        onClick={() => {
          setQuery('')
          setFilter('all')
        }}
      >
        {t('library.showAll')}
      </Button>
    </div>
  )
}

/** The message for an empty list, or nothing while the folder is being read. */
export const EmptyList = () => {
  const loaded = useLibrary((state) => state.loaded)
  const reading = useLibrary((state) => state.progress !== null)
  const any = useLibrary((state) => state.counts.all > 0)
  const unavailable = useLibrary((state) => state.unavailable !== null)
  const searching = useTextSearch((state) => state.running)
  if (any && searching) return <div className={styles.empty} aria-busy />
  if (any) return <NoResult />
  return loaded && !reading && !unavailable ? <EmptyFolder /> : <div className={styles.empty} />
}

/** A message while the folder is not available. */
export const FolderBanner = () => {
  const unavailable = useLibrary((state) => state.unavailable)
  const canRestart = useLibrary((state) => state.canRestart)
  return unavailable === null ? null : (
    <div className={styles.banner} role="status">
      {unavailable}
      {canRestart && (
        <Button onClick={() => void api.restartLibrary().catch(showError)}>{t('library.startNow')}</Button>
      )}
    </div>
  )
}

/** How many of the listed posts are selected, if several are. */
export const SelectedCount = ({ posts, hits }: ShownPosts) => {
  const ids = useSelection((selection) => selection.ids)
  const listed = ids.size < 2 ? [] : [...posts, ...hits.map(({ post }) => post)]
  const count = listed.filter(({ id }) => ids.has(id)).length
  const isShown = count > 1
  return (
    <div className={isShown ? styles.note : undefined}>
      <p className={styles.noteWords} role="status">
        {isShown && t('library.selectedPosts', { count })}
      </p>
      {isShown && (
        <IconButton label={t('library.clearSelection')} onClick={selectNothing}>
          <X size={13} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}

/** The progress of reading the folder. */
export const ReadingProgress = () => {
  const progress = useLibrary((state) => state.progress)
  if (!progress) return null
  const { done, total } = progress
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-valuenow={done}
      aria-valuemax={total}
      aria-label={t('library.readingPosts')}
    >
      {t('library.progress', { done, total })}
      <button
        type="button"
        className={styles.stop}
        onClick={() => {
          api.cancelScan().catch(showError)
        }}
      >
        {t('app.stop')}
      </button>
    </div>
  )
}
