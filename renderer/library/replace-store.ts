import { create } from 'zustand'
import { AppError, messageOf } from '../../shared/app-error'
import type { ReplacePlan, ReplaceRequest } from '../../shared/ipc/file-calls'
import type { PostId } from '../../shared/post'
import { api } from '../base/api'
import { lookAgain, saveForOperation, tellOperation } from './file-operations'
import { useLibrary } from './library-store'
import { useTextSearch } from './text-search'

export interface ReplaceState {
  /** What is looked for, as it was when the dialog opened; null while it is closed. */
  readonly request: ReplaceRequest | null
  /** What would change; null while it is being found out. */
  readonly plan: ReplacePlan | null
  /** Posts that the writer leaves out. */
  readonly left: ReadonlySet<PostId>
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly problem: string
  readonly running: boolean
}

const closed: ReplaceState = {
  request: null,
  plan: null,
  left: new Set(),
  progress: null,
  problem: '',
  running: false,
}

/** The dialog that replaces what was found in many posts. */
export const useReplace = create<ReplaceState>(() => closed)

/** Opens the dialog for the words in the search field. What is unsaved is saved first: the plan is about files. */
export const openReplace = async (): Promise<void> => {
  const text = useLibrary.getState().query.trim()
  await saveForOperation()
  useReplace.setState({ ...closed, request: { text, ...useTextSearch.getState().options, by: '' } })
}

const stop = (): void => {
  api.stopOperation().catch((error) => useReplace.setState({ problem: messageOf(error) }))
}

/** Stops what runs; closes the dialog when nothing does. */
export const closeReplace = (): void => {
  const { running, progress } = useReplace.getState()
  if (running || progress) stop()
  if (!running) useReplace.setState(closed)
}

const rest = 300
let timer: ReturnType<typeof setTimeout> | undefined
let asked = 0

const plan = async (request: ReplaceRequest): Promise<void> => {
  asked += 1
  const mine = asked
  try {
    const found = await api.planReplace(request)
    if (mine === asked) useReplace.setState({ plan: found, progress: null })
  } catch (error) {
    const stopped = error instanceof AppError && error.kind === 'cancelled'
    if (mine === asked) useReplace.setState({ progress: null, problem: stopped ? '' : messageOf(error) })
  }
}

/** Takes the words that shall stand there, and shows a moment later what they would change. */
export const setReplacement = (by: string): void => {
  const { request } = useReplace.getState()
  if (!request) return
  const next = { ...request, by }
  clearTimeout(timer)
  useReplace.setState({ request: next, plan: null, problem: '' })
  timer = setTimeout(() => void plan(next), rest)
}

/** Leaves a post out, or takes it in again. */
export const leaveOut = (id: PostId, out: boolean): void =>
  useReplace.setState(({ left }) => {
    const next = new Set(left)
    if (out) next.add(id)
    else next.delete(id)
    return { left: next }
  })

/** Replaces in the posts that are not left out. */
export const replaceAll = async (): Promise<void> => {
  const { request, plan: shown, left } = useReplace.getState()
  if (!request || !shown) return
  const ids = shown.map(({ id }) => id).filter((id) => !left.has(id))
  useReplace.setState({ running: true, problem: '' })
  try {
    const result = await api.replaceInPosts(request, ids)
    useReplace.setState(closed)
    tellOperation(`“${request.text}” was replaced in ${result.done} of ${ids.length} posts.`, result)
    await lookAgain(ids)
  } catch (error) {
    useReplace.setState({ running: false, progress: null, problem: messageOf(error) })
  }
}

/** Follows how far a long operation is. */
export const startReplace = (): void => {
  api.on('operationProgress', (progress) => {
    const { request, plan: shown, running } = useReplace.getState()
    if (request && (running || !shown)) useReplace.setState({ progress }) // the last word may come after the answer
  })
}
