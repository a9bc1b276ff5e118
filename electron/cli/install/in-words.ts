import { t } from '../../../shared/texts/translate'
import type { InstallPlan } from './plan'

/** The question before the command is installed. */
export const questionOf = ({ path, file }: InstallPlan): { message: string; detail: string } => ({
  message: t('cli.installQuestion'),
  detail: [
    file.kind === 'link' ? t('cli.installLink', { path, target: file.to }) : t('cli.installScript', { path }),
    t('cli.installDetail'),
  ].join('\n\n'),
})

/** The message afterwards, with what to do if the folder is not on PATH. */
export const installedText = ({ path, folder, before, onPath }: InstallPlan): string => {
  const done = before === 'same' ? t('cli.alreadyInstalled', { path }) : t('cli.installed', { path })
  return onPath ? t('cli.tryHelp', { done }) : t('cli.addToPath', { done, folder })
}
