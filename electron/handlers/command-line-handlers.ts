import { app, dialog } from 'electron'
import { AppError } from '../../shared/app-error'
import type { commandLineCalls } from '../../shared/ipc/app-calls'
import { t } from '../../shared/texts/translate'
import { installedText, questionOf } from '../cli/install/in-words'
import { install } from '../cli/install/install'
import { planInstall } from '../cli/install/plan'
import type { HandlersOf } from '../security/ipc'
import type { MainWindow } from '../window/main-window'

/** The call that installs the command `postwright` in a folder on PATH after the user has agreed. */
export const commandLineHandlers = (window: MainWindow): HandlersOf<typeof commandLineCalls> => ({
  installCommand: async () => {
    if (!app.isPackaged) throw new AppError('failed', t('app.commandNeedsInstall'))
    const plan = await planInstall({
      platform: process.platform,
      env: process.env,
      home: app.getPath('home'),
      program: app.getPath('exe'),
      resources: process.resourcesPath,
    })
    if (plan.before !== 'same') {
      const { response } = await dialog.showMessageBox(window.need(), {
        type: 'question',
        ...questionOf(plan),
        buttons: [t('app.install'), t('app.cancel')],
        defaultId: 0,
        cancelId: 1,
      })
      if (response !== 0) return null
      await install(plan)
    }
    return installedText(plan)
  },
})
