import { create } from 'zustand'
import { type CommandId, commandOf } from '../../shared/commands'
import { t } from '../../shared/texts/translate'
import { showError, showNotice } from './notices'
import { titleHere } from './platform'

/** Runs a command; `key` is the key that did it, null for a menu or the palette. */
type Run = (key: KeyboardEvent | null) => void | Promise<void>
type Registered = Readonly<Partial<Record<CommandId, readonly Run[]>>>

const useRegistered = create<{ readonly runs: Registered }>(() => ({ runs: {} }))

/** Registers what a command does. The newest registration wins; returns a function that removes it. */
export const registerCommand = (id: CommandId, run: Run): (() => void) => {
  useRegistered.setState(({ runs }) => ({ runs: { ...runs, [id]: [...(runs[id] ?? []), run] } }))
  return () =>
    useRegistered.setState(({ runs }) => ({
      runs: { ...runs, [id]: (runs[id] ?? []).filter((registered) => registered !== run) },
    }))
}

/** Whether the command has a handler. */
export const canRunCommand = (id: CommandId): boolean => (useRegistered.getState().runs[id]?.length ?? 0) > 0

/** Runs a command by its id. Errors are shown to the user; none is silent. */
export const runCommand = (id: CommandId, key: KeyboardEvent | null = null): void => {
  const run = useRegistered.getState().runs[id]?.at(-1)
  const { needsPost } = commandOf(id)
  const name = titleHere(id).replace(/…$/, '')
  if (!run) {
    const text = needsPost ? t('app.needsPost', { name }) : t('app.notAvailable', { name })
    showNotice({ kind: 'info', text })
    return
  }
  const failed = (error: unknown) => showError(error, t('app.commandFailed', { name }))
  try {
    run(key)?.catch(failed)
  } catch (error) {
    failed(error)
  }
}
