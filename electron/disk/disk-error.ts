import { AppError, type AppErrorKind } from '../../shared/app-error'
import { codeOf, isOutOfReach } from './calls/codes'

const known: Record<string, readonly [kind: AppErrorKind, what: string]> = {
  ENOSPC: ['disk-full', 'The disk is full. Free some space, then try again'],
  EDQUOT: ['disk-full', 'Your quota on this disk is used up. Free some space, then try again'],
  EFBIG: ['disk-full', 'The disk does not take a file of this size'],
  EROFS: ['read-only', 'The disk is mounted read-only'],
  EACCES: ['no-permission', 'You do not have the permission for it'],
  EPERM: ['no-permission', 'The system does not allow it. The file may be locked or marked as unchangeable'],
  EAUTH: ['no-permission', 'The server asks you to sign in again'],
  ENEEDAUTH: ['no-permission', 'The server asks you to sign in again'],
  ENOKEY: ['no-permission', 'The folder is encrypted and locked. Unlock it, then try again'],
  EKEYEXPIRED: ['no-permission', 'The sign-in to the server has expired'],
  EKEYREVOKED: ['no-permission', 'The sign-in to the server has been revoked'],
  EKEYREJECTED: ['no-permission', 'The server rejected the sign-in'],
  ENOENT: ['not-found', 'It is no longer there'],
  ENOTDIR: ['not-found', 'Its folder is no longer there'],
  ESTALE: ['not-found', 'It is no longer there'],
  EISDIR: ['not-a-file', 'It is a folder'],
  ELOOP: ['not-a-file', 'It is a link that leads round in a circle'],
  ENAMETOOLONG: ['bad-name', 'Its name, or the path to it, is too long for this disk'],
  EILSEQ: ['bad-name', 'This disk cannot hold the characters of its name'],
  EEXIST: ['already-exists', 'There is a file of this name already'],
  ENOTEMPTY: ['already-exists', 'There is a folder of this name already, and something in it'],
  EXDEV: ['failed', 'It would have to go to another disk'],
  EBUSY: ['busy', 'Another program holds it. Close it there, then try again'],
  ETXTBSY: ['busy', 'Another program holds it. Close it there, then try again'],
  EMFILE: ['busy', 'Too many files are open. Close some programs, then try again'],
  ENFILE: ['busy', 'Too many files are open. Close some programs, then try again'],
  ENOMEM: ['busy', 'There is not enough memory. Close some programs, then try again'],
  ENOLCK: ['busy', 'The server has no more locks. Try again'],
  EIO: ['failed', 'The disk reported an error. Copy your text elsewhere and check the disk'],
  EUCLEAN: ['failed', 'The disk is damaged. Copy your text elsewhere and check the disk'],
}

const outOfReach = 'The disk, or the network it is on, does not answer. Try again when it is back'

/** Turns what the system threw into a message for the writer; what is one already stays as it is. */
export const diskError = (error: unknown, doing: string, platform = process.platform): AppError => {
  if (error instanceof AppError) return error
  const code = codeOf(error, platform)
  const [kind, what] = whatOf(error, code, platform)
  const name = code === '' || what.includes(code) ? '' : ` (${code})`
  return new AppError(kind, `${doing}: ${what}${name}.`, { cause: error })
}

const whatOf = (
  error: unknown,
  code: string,
  platform: NodeJS.Platform,
): readonly [kind: AppErrorKind, what: string] => {
  const meant = known[code]
  if (meant) return meant
  if (isOutOfReach(error, platform)) return ['failed', outOfReach]
  return ['failed', error instanceof Error ? error.message : String(error)]
}

/** The same for a file of our own, whose name would tell the writer nothing: only what the system said is kept. */
export const diskErrorOfOurs = (error: unknown, doing: string): AppError =>
  diskError(error instanceof AppError && error.cause !== undefined ? error.cause : error, doing)
