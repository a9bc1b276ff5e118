import { create } from 'zustand'

export type DialogId = 'commands' | 'posts' | 'settings' | 'shortcuts' | 'new-post'

/** The one dialog that is open; opening another closes it. */
export const useDialog = create<{ readonly open: DialogId | null }>(() => ({ open: null }))

/** Opens a dialog in the place of the one that is open. */
export const openDialog = (open: DialogId): void => useDialog.setState({ open })

/** Closes the open dialog. */
export const closeDialog = (): void => useDialog.setState({ open: null })
