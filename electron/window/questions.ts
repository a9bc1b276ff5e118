import { dialog } from 'electron'
import { t } from '../../shared/texts/translate'

/** Asks whether to close a window that does not answer. */
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

/** Asks whether to start a page again that stopped soon after it was started; false is to quit. */
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

/** Asks whether to give up an interrupted operation whose folder is still not there. */
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
