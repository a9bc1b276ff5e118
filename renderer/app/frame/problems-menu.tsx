import { TriangleAlert } from 'lucide-react'
import { t } from '../../../shared/texts/translate'
import { goToLine } from '../../document/place/go-to-line'
import { setFilter, setQuery, useLibrary } from '../../library/state/library-store'
import { showInFolder } from '../../library/state/post-actions'
import { Menu, MenuGroup, MenuItem } from '../../ui/menu'
import { loadFolderProblems, useFolderProblems } from '../commands/folder-problems'
import { showSidebar } from '../commands/sidebar'
import { showView } from '../commands/view'
import styles from './status-bar.module.css'
import { useOpenProblems } from './use-open-problems'

const maxShown = 50

const showPosts = (): void => {
  setQuery('')
  setFilter('problems')
  showSidebar(true)
}

const OfPost = () => {
  const problems = useOpenProblems()
  if (problems.length === 0) return null
  return (
    <MenuGroup label={t('app.thisPost')}>
      {problems.map(({ check, message, line }) => (
        <MenuItem
          key={`${check} ${line} ${message}`}
          label={message}
          whole
          {...(line !== undefined && { hint: t('app.line', { line }) })}
          onSelect={() => goToLine(line ?? 1)}
        />
      ))}
    </MenuGroup>
  )
}

const OfFolder = () => {
  const posts = useLibrary((state) => state.counts.problems)
  const problems = useFolderProblems((state) => state.problems)
  if (posts === 0 && problems.length === 0) return null
  return (
    <MenuGroup label={t('app.thisFolder')}>
      {posts > 0 && (
        <MenuItem
          label={t('app.showProblems')}
          command="view-problems"
          onSelect={() => showView('problems')}
        />
      )}
      {posts > 0 && (
        <MenuItem
          label={t('app.postsHaveProblems', { count: posts })}
          hint={t('app.showInList')}
          onSelect={showPosts}
        />
      )}
      {problems.slice(0, maxShown).map(({ path, message }) => (
        <MenuItem key={path} label={message} whole onSelect={() => showInFolder(path)} />
      ))}
    </MenuGroup>
  )
}

/** The problems of the open post and of the folder, if there are any; each leads to its place. */
export const ProblemsMenu = () => {
  const own = useOpenProblems().length
  const elsewhere = useLibrary((state) => state.counts.problems)
  const unread = useFolderProblems((state) => state.problems.length)
  if (own === 0 && unread === 0 && elsewhere === 0) return null
  const words =
    own > 0
      ? t('app.problemCount', { count: own })
      : elsewhere > 0
        ? t('app.otherProblems', { count: elsewhere })
        : t('app.unreadableFiles', { count: unread })
  return (
    <Menu
      onOpenChange={(open) => open && void loadFolderProblems()}
      trigger={
        <button type="button" className={styles.problems} data-elsewhere={own === 0 || undefined}>
          <TriangleAlert size={12} aria-hidden />
          {words}
        </button>
      }
    >
      <OfPost />
      <OfFolder />
    </Menu>
  )
}
