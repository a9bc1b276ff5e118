import { useSite } from '../base/site-store'
import { ComparisonDialog } from '../conflict/comparison-dialog'
import { ImportDialog } from '../document/images/import-dialog'
import { DeletedPostsDialog } from '../history/deleted-posts-dialog'
import { OperationsDialog } from '../history/operations-dialog'
import { BulkEditDialog } from '../library/bulk-edit/dialog'
import { NewPostDialog } from '../library/new-post/dialog'
import { DateDialog } from '../library/rename/date-dialog'
import { MoveDialog } from '../library/rename/move-dialog'
import { RenameDialog } from '../library/rename/rename-dialog'
import { ReplaceDialog } from '../library/replace/dialog'
import { useLibrary } from '../library/state/library-store'
import { PostSwitcher } from '../navigation/post-switcher'
import { Palette } from '../palette/palette'
import { GuideDialog } from '../problems/guide-dialog'
import { AboutDialog } from '../settings/about-dialog'
import { SettingsDialog } from '../settings/settings-dialog'
import { ShortcutsDialog } from '../settings/shortcuts-dialog'
import { SpellingMenu } from '../spelling/spelling-menu'
import { TooltipProvider } from '../ui/tooltip'
import { useTextOnly } from '../words/focus/full-screen'
import styles from './app.module.css'
import { DropTarget } from './frame/drop-target'
import { ErrorBoundary } from './frame/error-boundary'
import { Header } from './frame/header'
import { NoticeArea } from './frame/notice-area'
import { StatusBar } from './frame/status-bar'
import { useWindowTitle } from './frame/use-title'
import { Welcome } from './frame/welcome'
import { Workspace } from './frame/workspace'

/** A component of its own: the first key changes the title, and nothing else must be drawn for it. */
const WindowTitle = () => {
  useWindowTitle()
  return null
}

const Finders = () => {
  const posts = useLibrary((state) => state.posts)
  return (
    <>
      <Palette posts={posts} />
      <PostSwitcher posts={posts} />
    </>
  )
}

/** The window. */
export const App = () => {
  const open = useSite((state) => state.site !== null)
  const textOnly = useTextOnly((state) => state.on)
  return (
    <TooltipProvider delay={500}>
      <WindowTitle />
      <div className={styles.window} data-text-only={textOnly || undefined}>
        <Header />
        <ErrorBoundary>{open ? <Workspace /> : <Welcome />}</ErrorBoundary>
        {open && <StatusBar />}
      </div>
      <NewPostDialog />
      <RenameDialog />
      <MoveDialog />
      <DateDialog />
      <ReplaceDialog />
      <BulkEditDialog />
      <ComparisonDialog />
      <DeletedPostsDialog />
      <OperationsDialog />
      <Finders />
      <SettingsDialog />
      <ShortcutsDialog />
      <AboutDialog />
      <ImportDialog />
      <GuideDialog />
      <SpellingMenu />
      <NoticeArea />
      <DropTarget />
    </TooltipProvider>
  )
}
