import { access, constants, lstat, readlink } from 'node:fs/promises'
import { join, posix, win32 } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { isMissing } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import { readStart } from '../../disk/read-small'
import { appImageLauncher, launcherMark, windowsLauncher } from './launcher'

/** The installed app and its environment. */
export interface Installation {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly program: string
  /** The resources folder of the app, with the launcher in `bin`. */
  readonly resources: string
}

/** The file to create: a link to the app's launcher, or a launcher. */
export type CommandFile =
  | { readonly kind: 'link'; readonly to: string }
  | { readonly kind: 'script'; readonly text: string }

export interface InstallPlan {
  readonly path: string
  readonly folder: string
  readonly file: CommandFile
  /** What is there now: the same file, an earlier one of ours, or nothing. */
  readonly before: 'same' | 'earlier' | 'nothing'
  /** Whether the folder is on PATH, as far as can be known. */
  readonly onPath: boolean
}

/** Plans installing the command `postwright` in a folder on PATH. Refuses if something else has the name. */
export const planInstall = async (installation: Installation): Promise<InstallPlan> => {
  const file = commandFile(installation)
  const folder = await chosenFolder(installation)
  const path = join(folder, installation.platform === 'win32' ? 'postwright.cmd' : 'postwright')
  const before = await standing(path, file)
  if (before === 'foreign') throw new AppError('already-exists', t('cli.otherProgram', { path }))
  return { path, folder, file, before, onPath: isOnPath(folder, installation) }
}

const commandFile = ({ platform, env, program, resources }: Installation): CommandFile => {
  if (platform === 'win32') return { kind: 'script', text: windowsLauncher(program, env.LOCALAPPDATA) }
  if (env.APPIMAGE) return { kind: 'script', text: appImageLauncher(env.APPIMAGE) }
  // macOS may start a downloaded app from a temporary place, and a disk image is temporary too.
  if (platform === 'darwin' && /\/AppTranslocation\/|^\/Volumes\//.test(resources))
    throw new AppError('failed', t('cli.moveToApplications'))
  return { kind: 'link', to: join(resources, 'bin/postwright') }
}

/** Folders in which a command can be installed, the most usual first. */
const foldersOf = ({ platform, env, home }: Installation): readonly string[] => {
  switch (platform) {
    case 'win32':
      // On every user's PATH since Windows 10.
      return [join(env.LOCALAPPDATA ?? join(home, 'AppData/Local'), 'Microsoft/WindowsApps')]
    case 'darwin':
      return ['/usr/local/bin', '/opt/homebrew/bin', join(home, '.local/bin'), join(home, 'bin')]
    default:
      return [join(home, '.local/bin'), join(home, 'bin'), '/usr/local/bin']
  }
}

const isOnPath = (folder: string, { platform, env }: Installation): boolean => {
  // An app that the Finder started does not see the shells' PATH, which has /usr/local/bin (/etc/paths).
  if (platform === 'darwin' && folder === '/usr/local/bin') return true
  const { delimiter } = platform === 'win32' ? win32 : posix
  const plain = (path: string) =>
    platform === 'win32' ? win32.resolve(path).toLowerCase() : posix.resolve(path)
  const known = (env.PATH ?? env.Path ?? '').split(delimiter).filter((path) => path !== '')
  return known.some((path) => plain(path) === plain(folder))
}

const chosenFolder = async (installation: Installation): Promise<string> => {
  const known = foldersOf(installation)
  const writable: string[] = []
  for (const folder of known) if (await isWritable(folder)) writable.push(folder)
  const own = known.find((folder) => folder.startsWith(installation.home)) ?? known[0]
  const chosen = writable.find((folder) => isOnPath(folder, installation)) ?? writable[0] ?? own
  if (chosen === undefined) throw new AppError('failed', t('cli.noFolderForCommand'))
  return chosen
}

const isWritable = async (folder: string): Promise<boolean> => {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false // whatever the reason, the command cannot be installed there
  }
}

const standing = async (path: string, file: CommandFile): Promise<InstallPlan['before'] | 'foreign'> => {
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      const to = await readlink(path)
      if (file.kind === 'link' && to === file.to) return 'same'
      // The app may have been moved or removed since, so the target of the link may not exist.
      return /\/resources\/bin\/postwright$/i.test(to) ? 'earlier' : 'foreign'
    }
    const text = await readStart(path)
    if (!text.includes(launcherMark)) return 'foreign'
    return file.kind === 'script' && text === file.text ? 'same' : 'earlier'
  } catch (error) {
    if (isMissing(error)) return 'nothing'
    throw diskError(error, t('files.cannotAccess', { name: path }))
  }
}
