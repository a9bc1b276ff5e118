import { create } from 'zustand'
import { messageOf } from '../../shared/app-error'
import type { PostId, TextFormat } from '../../shared/posts/post'
import type { DeletedPost, PostVersionInfo } from '../../shared/posts/unsaved-text'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { getText, openPost, useDocument } from '../document/document-store'

export interface ShownVersion {
  readonly revision: string
  readonly text: string
  readonly format: TextFormat
}

export interface HistoryState {
  /** `versions` of one post, or the list of `deleted` posts; null while the panel is closed. */
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

/** The history panel. */
export const useHistory = create<HistoryState>(() => closed)

/** Closes the panel. */
export const closeHistory = (): void => useHistory.setState(closed)

/** Shows the earlier versions of the open post. */
export const openHistory = async (): Promise<void> => {
  const { post } = useDocument.getState()
  if (post) await showVersions(post.id, 'versions')
}

/** Shows the posts whose files are gone but which the history still has. */
export const openDeletedPosts = async (): Promise<void> => {
  useHistory.setState({ ...closed, open: 'deleted', loading: true })
  await answering(async () => ({ deleted: await api.listDeleted() }))
}

/** Shows the versions of a post whose file is gone. */
export const showDeletedPost = (id: PostId): Promise<void> => showVersions(id, 'deleted')

const showVersions = async (postId: PostId, open: 'versions' | 'deleted'): Promise<void> => {
  const { deleted } = useHistory.getState()
  useHistory.setState({ ...closed, open, postId, deleted, loading: true })
  await answering(async () => ({ versions: await api.listVersions(postId) }))
  const [newest, second] = useHistory.getState().versions
  if (newest) await showVersion(newest.revision)
  // The last save is mostly what the post says now: what differs from it is the version before.
  if (second && open === 'versions' && saysTheSame(useHistory.getState().shown))
    await showVersion(second.revision)
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

let asked = 0

/** Takes an answer unless something else was asked for since. */
const answering = async (ask: () => Promise<Partial<HistoryState>>): Promise<void> => {
  asked += 1
  const mine = asked
  const { postId, open } = useHistory.getState()
  const isAwaited = (): boolean => {
    const now = useHistory.getState()
    return mine === asked && now.postId === postId && now.open === open
  }
  try {
    const answer = await ask()
    if (isAwaited()) useHistory.setState({ ...answer, loading: false })
  } catch (error) {
    if (isAwaited()) useHistory.setState({ shown: null, loading: false, problem: messageOf(error) })
  }
}

/** Writes a deleted post anew, as it stands in the version that is shown, and opens it. */
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
