import { create } from 'zustand'
import { AppError, messageOf } from '../../../shared/app-error'
import type { FilesChanged } from '../../../shared/posts/post-rename'
import { api } from '../../base/api'

/** The state of a dialog that shows what an operation would change before running it. */
export interface PlanState<R, P> {
  /** The requested operation; null while the dialog is closed. */
  readonly request: R | null
  /** The plan; null while it is being computed. */
  readonly plan: P | null
  /** Excluded posts or changes, by key. */
  readonly excluded: ReadonlySet<string>
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly problem: string
  /** The operation is running. */
  readonly running: boolean
}

const rest = 300

/**
 * The store of such a dialog and its actions. `ask` computes the plan of a request; changes that `consented` returns are
 * excluded until the user includes them.
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

  /** Ignores answers to earlier requests. */
  const forget = (): void => {
    clearTimeout(timer)
    latestRequest += 1
    if (awaited) stop()
    awaited = false
  }

  /** The excluded changes, including new ones that need consent. */
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

    /** Sets the request and plans it a moment later, if it is `ready`. */
    change: (request: R, ready = true, problem = ''): void => {
      if (store.getState().running) return
      forget()
      store.setState({ request, plan: null, progress: null, problem })
      if (ready) timer = setTimeout(() => void find(request), rest)
    },

    /** Stops a running operation between two posts; otherwise closes the dialog. */
    close: (): void => {
      if (store.getState().running) stop()
      else {
        forget()
        store.setState(closed)
      }
    },

    /** Excludes or includes a post. */
    leaveOut: (id: string, out: boolean): void => leaveOutAll([id], out),

    /** Excludes or includes many changes. */
    leaveOutAll,

    /** Runs the operation and closes the dialog; null if it failed, with the error in the dialog. */
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

    /** Tracks the progress of operations. */
    follow: (): void => {
      api.on('operationProgress', (progress) => {
        if (awaited || store.getState().running) store.setState({ progress })
      })
    },
  }
}
