import { create } from 'zustand'

export type DialogId = 'commands' | 'posts' | 'settings' | 'shortcuts' | 'about' | 'new-post'

/** The one dialog that is open; opening another closes it. */
export const useDialog = create<{
  readonly open: DialogId | null
  /** Increases with each opening, so that typed text does not carry over into the next dialog. */
  readonly opened: number
}>(() => ({ open: null, opened: 0 }))

/** Opens a dialog, replacing an open one. */
export const openDialog = (open: DialogId): void =>
  useDialog.setState(({ opened }) => ({ open, opened: opened + 1 }))

/** Closes the open dialog. */
export const closeDialog = (): void => useDialog.setState({ open: null })
