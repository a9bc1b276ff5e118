import { TriangleAlert } from 'lucide-react'
import { goToLine } from '../../document/place/go-to-line'
import { setFilter, setQuery, useLibrary } from '../../library/state/library-store'
import { showInFolder } from '../../library/state/post-actions'
import { Menu, MenuGroup, MenuItem } from '../../ui/menu'
import { loadFolderProblems, useFolderProblems } from '../commands/folder-problems'
import { showSidebar } from '../commands/sidebar'
import { showView } from '../commands/view'
import styles from './status-bar.module.css'
import { useOpenProblems } from './use-open-problems'

const mostShown = 50

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

const showPosts = (): void => {
  setQuery('')
  setFilter('problems')
  showSidebar(true)
}

const OfPost = () => {
  const problems = useOpenProblems()
  if (problems.length === 0) return null
  return (
    <MenuGroup label="This post">
      {problems.map(({ check, message, line }) => (
        <MenuItem
          key={`${check} ${line} ${message}`}
          label={message}
          whole
          {...(line !== undefined && { hint: `line ${line}` })}
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
    <MenuGroup label="This folder">
      {posts > 0 && (
        <MenuItem label="Show all problems" command="view-problems" onSelect={() => showView('problems')} />
      )}
      {posts > 0 && (
        <MenuItem
          label={`${counted(posts, 'post has', 'posts have')} problems`}
          hint="Show in the list"
          onSelect={showPosts}
        />
      )}
      {problems.slice(0, mostShown).map(({ path, message }) => (
        <MenuItem key={path} label={message} whole onSelect={() => showInFolder(path)} />
      ))}
    </MenuGroup>
  )
}

/** The problems of the open post and of the folder, for as long as there are some; each leads to its place. */
export const ProblemsMenu = () => {
  const own = useOpenProblems().length
  const elsewhere = useLibrary((state) => state.counts.problems)
  const unread = useFolderProblems((state) => state.problems.length)
  if (own === 0 && unread === 0 && elsewhere === 0) return null
  const words =
    own > 0
      ? counted(own, 'problem', 'problems')
      : elsewhere > 0
        ? `${counted(elsewhere, 'other post', 'other posts')} with problems`
        : counted(unread, 'unreadable file', 'unreadable files')
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
