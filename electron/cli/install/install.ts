import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import { forgetTemp, newTempName } from '../../disk/temp-files'
import type { CommandFile, InstallPlan } from './plan'

/** Installs the command as planned. Refuses if a name that was free is now taken. */
export const install = async ({ path, folder, file, before }: InstallPlan): Promise<void> => {
  if (before === 'same') return
  try {
    await mkdir(folder, { recursive: true })
    if (before === 'nothing') return await make(path, file)
    await replace(path, folder, file)
  } catch (error) {
    throw diskError(error, t('cli.cannotMake', { path }))
  }
}

const make = (path: string, file: CommandFile): Promise<void> =>
  file.kind === 'link' ? symlink(file.to, path) : writeFile(path, file.text, { flag: 'wx', mode: 0o755 })

const replace = async (path: string, folder: string, file: CommandFile): Promise<void> => {
  const temp = join(folder, newTempName())
  try {
    await make(temp, file)
    await rename(temp, path)
  } finally {
    await rm(temp, { force: true })
    forgetTemp(temp)
  }
}
