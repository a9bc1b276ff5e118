import { create } from 'zustand'
import { messageOf } from '../../shared/app-error'
import { createLatest } from '../../shared/base/latest'
import type { PostId, TextFormat } from '../../shared/posts/post'
import type { DeletedPost, PostVersionInfo } from '../../shared/posts/unsaved-text'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { getText } from '../document/document-store'
import { openPost } from '../document/show-post'
import { useDocument } from '../document/state/document-state'

export interface ShownVersion {
  readonly revision: string
  readonly text: string
  readonly format: TextFormat
}

export interface HistoryState {
  /** `versions` of the open post in the panel, or the list of `deleted` posts; null if neither is shown. */
  readonly open: 'versions' | 'deleted' | null
  readonly postId: PostId | null
  readonly versions: readonly PostVersionInfo[]
  readonly deleted: readonly DeletedPost[]
  readonly shown: ShownVersion | null
  readonly loading: boolean
  readonly problem: string
}

const closed: HistoryState = {
  open: null,
  postId: null,
  versions: [],
  deleted: [],
  shown: null,
  loading: false,
  problem: '',
}

/** The state of the history views. */
export const useHistory = create<HistoryState>(() => closed)

/** Closes the history views. */
export const closeHistory = (): void => useHistory.setState(closed)

/** Toggles the versions of the open post, selecting the newest one that differs from the text. */
export const toggleHistory = async (): Promise<void> => {
  const { post } = useDocument.getState()
  if (useHistory.getState().open === 'versions') return closeHistory()
  if (post) await showVersions(post.id, 'versions')
}

/** Returns from a version to the text; the list of versions stays. */
export const hideVersion = (): void => useHistory.setState({ shown: null })

/** Updates the versions for the open post and after each save. */
export const followOpenPost = (): void => {
  useDocument.subscribe(({ post, opening }, { post: before }) => {
    const { open, postId } = useHistory.getState()
    if (open !== 'versions' || post === before) return
    if (post === null) {
      if (opening === null) closeHistory()
    } else if (post.id !== postId) {
      useHistory.setState({ ...closed, open, postId: post.id, loading: true })
      void listAgain()
    } else if (post.revision !== before?.revision) void listAgain()
  })
}

const listAgain = (): Promise<void> =>
  answering(async () => ({ versions: await api.listVersions(useHistory.getState().postId ?? '') }))

/** Shows deleted posts that have a history. */
export const openDeletedPosts = async (): Promise<void> => {
  useHistory.setState({ ...closed, open: 'deleted', loading: true })
  await answering(async () => ({ deleted: await api.listDeleted() }))
}

/** Shows the versions of a deleted post. */
export const showDeletedPost = (id: PostId): Promise<void> => showVersions(id, 'deleted')

const showVersions = async (postId: PostId, open: 'versions' | 'deleted'): Promise<void> => {
  const { deleted } = useHistory.getState()
  useHistory.setState({ ...closed, open, postId, deleted, loading: true })
  await answering(async () => ({ versions: await api.listVersions(postId) }))
  const [newest, second] = useHistory.getState().versions
  if (newest) await showVersion(newest.revision)
  if (open !== 'versions' || !saysTheSame(useHistory.getState().shown)) return
  // The last save is usually the current text, so the version before it differs.
  if (second) await showVersion(second.revision)
  else hideVersion()
}

/** Whether a version is the text of the open post. */
export const saysTheSame = (shown: ShownVersion | null): boolean => shown?.text === getText()

/** Shows one version of the post. */
export const showVersion = async (revision: string): Promise<void> => {
  const { postId } = useHistory.getState()
  if (postId === null) return
  useHistory.setState({ loading: true, problem: '' })
  await answering(async () => ({ shown: { revision, ...(await api.readVersion(postId, revision)) } }))
}

const startRequest = createLatest()

/** Uses an answer unless there was a later request. */
const answering = async (ask: () => Promise<Partial<HistoryState>>): Promise<void> => {
  const isLatest = startRequest()
  const { postId, open } = useHistory.getState()
  const isAwaited = (): boolean => {
    const now = useHistory.getState()
    return isLatest() && now.postId === postId && now.open === open
  }
  try {
    const answer = await ask()
    if (isAwaited()) useHistory.setState({ ...answer, loading: false })
  } catch (error) {
    if (isAwaited()) useHistory.setState({ shown: null, loading: false, problem: messageOf(error) })
  }
}

/** Restores a deleted post from the shown version, and opens it. */
export const bringBack = async (): Promise<void> => {
  const { postId, shown } = useHistory.getState()
  if (postId === null || !shown) return
  const { text, format } = shown
  const result = await api.savePost(postId, { text, format, base: null })
  if (result.kind !== 'saved') {
    const reason = result.kind === 'failed' ? result.message : t('document.takenAgain')
    useHistory.setState({ problem: t('document.notRestored', { id: postId, reason }) })
    return
  }
  closeHistory()
  await openPost(postId)
}
