import { create } from 'zustand'

export type DialogId = 'commands' | 'posts' | 'settings' | 'shortcuts' | 'about' | 'new-post'

/** The one dialog that is open; opening another closes it. */
export const useDialog = create<{
  readonly open: DialogId | null
  /** Grows with each opening: what is typed in one is not there in the next, however soon that comes. */
  readonly opened: number
}>(() => ({ open: null, opened: 0 }))

/** Opens a dialog in the place of the one that is open. */
export const openDialog = (open: DialogId): void =>
  useDialog.setState(({ opened }) => ({ open, opened: opened + 1 }))

/** Closes the open dialog. */
export const closeDialog = (): void => useDialog.setState({ open: null })
