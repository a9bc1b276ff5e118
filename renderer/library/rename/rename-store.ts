import { create } from 'zustand'
import { AppError, messageOf } from '../../../shared/app-error'
import type { PostId } from '../../../shared/posts/post'
import type { RenamePlan } from '../../../shared/posts/post-rename'
import { api } from '../../base/api'
import { followRename } from '../../document/document-store'
import { lookAgain, saveForOperation, tellOperation } from '../state/file-operations'

export interface RenameState {
  /** The post that gets another slug; null while the dialog is closed. */
  readonly id: PostId | null
  readonly slug: string
  /** What would change, for the slug as it stands; null while it is being found out. */
  readonly plan: RenamePlan | null
  readonly problem: string
  readonly running: boolean
}

const closed: RenameState = { id: null, slug: '', plan: null, problem: '', running: false }

/** The dialog that renames a post. */
export const useRename = create<RenameState>(() => closed)

/**
 * Asks for another slug of a post, unless it is asked for that of one already. What is unsaved is saved first: the plan
 * is about files.
 */
export const openRename = async (id: PostId, slug: string): Promise<void> => {
  if (useRename.getState().id !== null) return
  await saveForOperation()
  useRename.setState({ ...closed, id, slug })
}

/** Closes the dialog; nothing is renamed. While files are moved it stays, to say what became of them. */
export const closeRename = (): void => {
  if (!useRename.getState().running) useRename.setState(closed)
}

const rest = 250
let timer: ReturnType<typeof setTimeout> | undefined

const plan = async (id: PostId, slug: string): Promise<void> => {
  const isAwaited = () => useRename.getState().id === id && useRename.getState().slug === slug
  try {
    const found = await api.planRename(id, slug)
    if (isAwaited()) useRename.setState({ plan: found, problem: '' })
  } catch (error) {
    const replaced = error instanceof AppError && error.kind === 'cancelled'
    if (isAwaited() && !replaced) useRename.setState({ plan: null, problem: messageOf(error) })
  }
}

/** Takes another slug and finds out, a moment later, what it would change. */
export const setRenameSlug = (slug: string): void => {
  const { id } = useRename.getState()
  if (id === null) return
  clearTimeout(timer)
  useRename.setState({ slug, plan: null, problem: '' })
  if (slug !== '') timer = setTimeout(() => void plan(id, slug), rest)
}

/** Carries out the plan that is shown. */
export const rename = async (): Promise<void> => {
  const { id, slug, plan: shown } = useRename.getState()
  if (id === null || !shown) return
  useRename.setState({ running: true })
  try {
    const result = await api.renamePost(id, slug, shown.mark)
    followRename(id, shown.id)
    useRename.setState(closed)
    tellOperation(`The post is now ${shown.id}.`, result)
    await lookAgain([shown.id, ...shown.files.map((file) => file.id)])
  } catch (error) {
    useRename.setState({ running: false, problem: messageOf(error) })
  }
}
