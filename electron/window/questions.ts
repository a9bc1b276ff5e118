import { dialog } from 'electron'
import { t } from '../../shared/texts/translate'

/** Asks whether to close an unresponsive window. */
export const askWhetherToForce = async (): Promise<boolean> => {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: t('app.notResponding'),
    detail: t('app.notRespondingDetail'),
    buttons: [t('app.keepWaiting'), t('app.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Asks whether to restart a page that crashed again soon; false means quit. */
export const askWhetherToRestart = async (): Promise<boolean> => {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: t('app.stoppedAgain'),
    detail: t('app.stoppedAgainDetail'),
    buttons: [t('app.reopen'), t('app.quit')],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

/** Asks whether to dismiss an interrupted operation whose folder is still unavailable. */
export const askToDismiss = async (title: string, folder: string): Promise<boolean> => {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: t('app.stillUnavailable', { folder }),
    detail: t('app.stillUnavailableDetail', { title }),
    buttons: [t('app.keepWaiting'), t('app.dismissOperation')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
