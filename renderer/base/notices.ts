import { create } from 'zustand'
import { messageOf } from '../../shared/app-error'
import { createCounter } from '../../shared/base/counter'
import { t } from '../../shared/texts/translate'

export interface NoticeToShow {
  readonly kind: 'info' | 'warning' | 'error'
  readonly text: string
  /** The files it is about, shown on request. */
  readonly files?: readonly string[]
  readonly action?: NoticeAction
  /** A second choice, shown after the first. */
  readonly other?: NoticeAction
  /** It stays until dismissed, also if it only informs. */
  readonly stays?: true
}

export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

export interface Notice extends NoticeToShow {
  readonly id: number
}

export interface NoticesState {
  /** Those on the screen, oldest first. */
  readonly notices: readonly Notice[]
  /** Notices that have expired, newest first. */
  readonly passed: readonly Notice[]
}

/** The notices of the app. */
export const useNotices = create<NoticesState>(() => ({ notices: [], passed: [] }))

const maxPassed = 20
const actionMs = 20_000

/**
 * How long a notice stays on the screen, in milliseconds: enough to read it twice, at about fifteen letters a second, and
 * to act on it. Null if it stays until dismissed.
 */
export const lifeOf = ({ kind, text, action, stays }: NoticeToShow): number | null =>
  kind === 'info' && !stays ? Math.max(action ? actionMs : 0, 4_000 + text.length * 65) : null

const nextId = createCounter()

/** Dismisses a notice; no error if it is already gone. */
export const dismissNotice = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))

/** Moves an expired notice from the screen to the earlier ones. */
export const passNotice = (id: number): void =>
  useNotices.setState(({ notices, passed }) => ({
    notices: notices.filter((notice) => notice.id !== id),
    passed: [...notices.filter((notice) => notice.id === id), ...passed].slice(0, maxPassed),
  }))

/** Runs the action of an expired notice, once. */
export const actOnPassed = ({ id, action }: Notice): void => {
  useNotices.setState(({ passed }) => ({ passed: passed.filter((notice) => notice.id !== id) }))
  action?.run()
}

/** Dismisses all notices. */
export const dismissNotices = (): void => useNotices.setState({ notices: [] })

/** Shows a notice, replacing one with the same text. Returns a function that dismisses it. */
export const showNotice = (notice: NoticeToShow): (() => void) => {
  const id = nextId()
  useNotices.setState(({ notices }) => ({
    notices: [
      ...notices.filter((shown) => shown.text !== notice.text || shown.kind !== notice.kind),
      { ...notice, id },
    ],
  }))
  return () => dismissNotice(id)
}

/** Shows what is being done, with a way to stop it, until `end` is called; `change` replaces the text. */
export const showProgress = (
  text: string,
  action: NoticeAction,
): { readonly change: (text: string) => void; readonly end: () => void } => {
  const id = nextId()
  useNotices.setState(({ notices }) => ({
    notices: [...notices, { id, kind: 'info', text, action, stays: true }],
  }))
  return {
    change: (changed) =>
      useNotices.setState(({ notices }) => ({
        notices: notices.map((notice) => (notice.id === id ? { ...notice, text: changed } : notice)),
      })),
    end: () => dismissNotice(id),
  }
}

/** Shows an error; `doing` says what failed, as in "The post could not be moved". */
export const showError = (error: unknown, doing?: string): void => {
  const message = messageOf(error)
  showNotice({ kind: 'error', text: doing ? t('app.withReason', { doing, reason: message }) : message })
}
