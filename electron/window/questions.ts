import { dialog } from 'electron'

/** Asks whether to close a window that does not answer. */
export const askWhetherToForce = async (): Promise<boolean> => {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'The window does not answer',
    detail: 'Text typed up to the last second is kept and comes back at the next start.',
    buttons: ['Wait', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Asks whether to start a page again that stopped soon after it was started; false is to quit. */
export const askWhetherToRestart = async (): Promise<boolean> => {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'The window stopped working again',
    detail: 'Unsaved text is kept and comes back when the window works again, or at the next start.',
    buttons: ['Start it again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

/** Asks whether to give up an interrupted operation whose folder is still not there. */
export const askToDismiss = async (title: string, folder: string): Promise<boolean> => {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: `${folder} is still not there`,
    detail: `“${title}” was interrupted and waits for it. If you deleted the folder, dismiss the operation. Its files stay as they are.`,
    buttons: ['Wait', 'Dismiss operation'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
