import { create } from 'zustand'
import { AppError, messageOf } from '../../../shared/app-error'
import type { FilesChanged } from '../../../shared/posts/post-rename'
import { api } from '../../base/api'

/** A dialog that shows what an operation would do to many posts before it does it. */
export interface PlanState<R, P> {
  /** What the operation is asked to do; null while the dialog is closed. */
  readonly request: R | null
  /** What would change; null while it is being found out. */
  readonly plan: P | null
  /** What the writer leaves out: posts, or changes of them, by name. */
  readonly excluded: ReadonlySet<string>
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly problem: string
  /** The posts are being written. */
  readonly running: boolean
}

const rest = 300

/**
 * The store of such a dialog and what can be done with it. `ask` finds out what a request would change; what `consented`
 * names in a plan is left out until the writer takes it in.
 */
export const createPlanDialog = <R, P>(
  ask: (request: R) => Promise<P>,
  consented: (plan: P) => readonly string[] = () => [],
) => {
  const closed: PlanState<R, P> = {
    request: null,
    plan: null,
    excluded: new Set(),
    progress: null,
    problem: '',
    running: false,
  }
  const store = create<PlanState<R, P>>(() => closed)
  let timer: ReturnType<typeof setTimeout> | undefined
  let latestRequest = 0
  let awaited = false
  const seen = new Set<string>()

  const stop = (): void => {
    api.stopOperation().catch((error) => store.setState({ problem: messageOf(error) }))
  }

  /** What was asked before is not answered any more. */
  const forget = (): void => {
    clearTimeout(timer)
    latestRequest += 1
    if (awaited) stop()
    awaited = false
  }

  /** What is left out, and what the writer has not been asked about before. */
  const withoutConsent = (plan: P): ReadonlySet<string> => {
    const fresh = consented(plan).filter((name) => !seen.has(name))
    for (const name of fresh) seen.add(name)
    return new Set([...store.getState().excluded, ...fresh])
  }

  const find = async (request: R): Promise<void> => {
    const mine = latestRequest
    awaited = true
    let answer: Partial<PlanState<R, P>>
    try {
      const plan = await ask(request)
      answer = { plan, excluded: withoutConsent(plan) }
    } catch (error) {
      const stopped = error instanceof AppError && error.kind === 'cancelled'
      answer = { problem: stopped ? '' : messageOf(error) }
    }
    if (mine !== latestRequest) return
    awaited = false
    store.setState({ ...answer, progress: null })
  }

  const leaveOutAll = (names: readonly string[], out: boolean): void =>
    store.setState(({ excluded }) => {
      const next = new Set(excluded)
      for (const name of names)
        if (out) next.add(name)
        else next.delete(name)
      return { excluded: next }
    })

  return {
    store,

    open: (request: R): void => {
      forget()
      seen.clear()
      store.setState({ ...closed, request })
    },

    /** Takes another request and shows, a moment later, what it would change; nothing where it is not `ready`. */
    change: (request: R, ready = true, problem = ''): void => {
      if (store.getState().running) return
      forget()
      store.setState({ request, plan: null, progress: null, problem })
      if (ready) timer = setTimeout(() => void find(request), rest)
    },

    /** Stops the writing between two posts; closes the dialog when nothing is written. */
    close: (): void => {
      if (store.getState().running) stop()
      else {
        forget()
        store.setState(closed)
      }
    },

    /** Leaves a post out, or takes it in again. */
    leaveOut: (id: string, out: boolean): void => leaveOutAll([id], out),

    /** The same for many parts of a plan. */
    leaveOutAll,

    /** Does it, and closes the dialog; null where it failed, which the dialog then says. */
    carryOut: async (run: () => Promise<FilesChanged>): Promise<FilesChanged | null> => {
      store.setState({ running: true, problem: '' })
      try {
        const result = await run()
        store.setState(closed)
        return result
      } catch (error) {
        store.setState({ running: false, progress: null, problem: messageOf(error) })
        return null
      }
    },

    /** Follows how far a long operation is, for as long as the window lives. */
    follow: (): void => {
      api.on('operationProgress', (progress) => {
        if (awaited || store.getState().running) store.setState({ progress })
      })
    },
  }
}
