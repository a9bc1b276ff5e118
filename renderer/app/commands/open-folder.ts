import { AppError, type AppErrorKind } from '../../../shared/app-error'
import { createQueue } from '../../../shared/base/queue'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import type { OpenedFolder } from '../../../shared/ipc/app-calls'
import type { SiteInfo } from '../../../shared/site/site-info'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { dismissNotices, showError, showNotice } from '../../base/notices'
import { loadSchema } from '../../base/schema-store'
import { useSite } from '../../base/site-store'
import { atMost, atRest } from '../../base/tasks'
import { recoverPosts } from '../../document/journal/recovery'
import { closePosts, openPost } from '../../document/show-post'
import { useDocument } from '../../document/state/document-state'
import { tellOperation } from '../../library/state/file-operations'
import { loadIgnored } from '../../library/state/ignored-posts'
import { loadLibrary, setFilter, setQuery, useLibrary } from '../../library/state/library-store'
import { newestOf } from '../../library/state/post-order'
import { selectNothing } from '../../library/state/selection'
import { tellFinding } from './site-panel'
import { makeSafe } from './unsaved'
import { showView } from './view'

/** Shows a folder that main has opened, with its post. */
export const showFolder = async (opened: OpenedFolder): Promise<void> => {
  const { site, openPost: post } = opened
  if (!site) return // the dialog was canceled
  tellFinding(opened)
  const { site: before, recentFolders } = useSite.getState()
  const recent = { path: site.displayPath, name: site.name }
  useSite.setState({
    site,
    recentFolders: [recent, ...recentFolders.filter(({ path }) => path !== recent.path)],
  })
  if (before?.displayPath !== site.displayPath) {
    if (before) dismissNotices() // they are about another folder
    closePosts()
    selectNothing()
    showView('posts')
    setFilter('all')
    setQuery('')
  }
  const shown = post === null ? Promise.resolve() : openPost(post)
  // A post of the open folder needs no new list, and the search stays.
  if (isSame(before, site) && useLibrary.getState().loaded) return shown
  await Promise.all([shown.then(() => recoverPosts(openPost)), loadLibrary(), loadSchema()])
  if (post === null && useSite.getState().site === site) await openNewest()
  finishAtRest().catch(showError) // not waited for: the next request may be here already
}

const finishAtRest = async (): Promise<void> => {
  await atRest()
  await Promise.all([api.windowAtRest(), loadIgnored()]).catch((error: unknown) => {
    if (!isKind(error, 'no-folder')) throw error // another folder was opened meanwhile
  })
}

const isSame = (one: SiteInfo | null, other: SiteInfo): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** A folder opened for the first time shows its newest post, unless the user has chosen another one meanwhile. */
const openNewest = async (): Promise<void> => {
  const { post, opening } = useDocument.getState()
  const newest = newestOf(useLibrary.getState().posts)
  if (newest && post === null && opening === null) await openPost(newest.id)
}

/** Replaces the open folder by another one once its unsaved text is safe. */
const leaveFor = async (open: () => Promise<OpenedFolder>): Promise<void> => {
  if (await makeSafe()) await showFolder(await open())
}

/** Asks for a posts folder and opens it. */
export const chooseFolder = (): Promise<void> => leaveFor(() => api.chooseFolder())

/** Reopens the site with the user's choice of generator and folder; null detects them. */
export const chooseSite = (choice: {
  readonly generator: GeneratorId | null
  readonly postsFolder: string | null
}): void => {
  leaveFor(() => api.chooseSite(choice)).catch((error) => showError(error, t('app.choiceNotSaved')))
}

type Choice = Parameters<typeof chooseSite>[0]

/** Writes the user's choice for the site into its `postwright.json`; one undo restores file and choice. */
export const shareSite = (choice: Choice): void => {
  const share = async () => {
    if (!(await makeSafe())) return
    const { changed, opened } = await api.shareSite()
    await showFolder(opened)
    tellOperation(t('app.shared'), changed, async () => chooseSite(choice))
  }
  share().catch((error) => showError(error, t('app.notShared')))
}

/** Opens a copy of the sample blog, without announcing what was detected. */
export const openSample = (): Promise<void> =>
  leaveFor(async () => ({ ...(await api.openSampleBlog()), isNew: false }))

/** Opens what the system and other instances of the app request, one after the other. */
export const openRequests = (): Promise<void> => inTurn(openAllRequests)

const inTurn = createQueue()
/** Milliseconds after which the next request is not kept waiting by a folder that does not answer. */
const longestShow = 3_000

const openAllRequests = async (): Promise<void> => {
  // Asked first: without a request, text and half-typed fields are left as they are.
  while (await api.isOpenRequested()) {
    if (!(await makeSafe())) return
    const opened = await api.openNextRequest()
    if (opened) await atMost(longestShow, showFolder(opened).catch(showError))
  }
}

/** Opens what was dropped on the window. */
export const openDropped = (file: File): void => {
  leaveFor(() => api.openDropped(file)).catch((error) =>
    showError(error, t('app.notOpened', { name: file.name })),
  )
}

/** Removes a folder from the recent folders; the folder itself stays as it is. */
export const forgetFolder = (path: string): void => {
  api
    .forgetRecent(path)
    .then((recentFolders) => useSite.setState({ recentFolders }))
    .catch((error) => showError(error, t('app.recentNotChanged')))
}

const isKind = (error: unknown, ...kinds: readonly AppErrorKind[]): boolean =>
  error instanceof AppError && kinds.includes(error.kind)

/** Opens a recent folder; offers to remove one that is gone from the list. */
export const openRecent = (path: string): void => {
  leaveFor(() => api.openRecent(path)).catch((error) => {
    if (!isKind(error, 'not-found', 'not-a-folder')) return showError(error)
    showNotice({
      kind: 'warning',
      text: error.message,
      action: { label: t('app.removeFromList'), run: () => forgetFolder(path) },
    })
  })
}
