import { t } from '../../../shared/texts/translate'
import type { InstallPlan } from './plan'

/** What is asked before the command is installed. */
export const questionOf = ({ path, file }: InstallPlan): { message: string; detail: string } => ({
  message: t('cli.installQuestion'),
  detail: [
    file.kind === 'link' ? t('cli.installLink', { path, target: file.to }) : t('cli.installScript', { path }),
    t('cli.installDetail'),
  ].join('\n\n'),
})

/** What is said afterwards, with what is left to do where shells do not look into the folder. */
export const installedText = ({ path, folder, before, onPath }: InstallPlan): string => {
  const done = before === 'same' ? t('cli.alreadyInstalled', { path }) : t('cli.installed', { path })
  return onPath ? t('cli.tryHelp', { done }) : t('cli.addToPath', { done, folder })
}
