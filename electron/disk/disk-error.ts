import { AppError, type AppErrorKind } from '../../shared/app-error'

/** The system's name of an error (`ENOENT`), or an empty text for one that did not come from the system. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const known: Record<string, readonly [kind: AppErrorKind, what: string]> = {
  ENOSPC: ['disk-full', 'The disk is full. Free some space, then try again'],
  EDQUOT: ['disk-full', 'Your quota on this disk is used up. Free some space, then try again'],
  EFBIG: ['disk-full', 'The disk does not take a file of this size'],
  EROFS: ['read-only', 'The disk is mounted read-only'],
  EACCES: ['no-permission', 'You do not have the permission for it'],
  EPERM: ['no-permission', 'The system does not allow it. The file may be locked or marked as unchangeable'],
  ENOENT: ['not-found', 'It is no longer there'],
  ENOTDIR: ['not-found', 'Its folder is no longer there'],
  ESTALE: ['not-found', 'It is no longer there'],
  EISDIR: ['not-a-file', 'It is a folder'],
  ELOOP: ['not-a-file', 'It is a link that leads round in a circle'],
  ENAMETOOLONG: ['bad-name', 'Its name is too long for this disk'],
  EEXIST: ['already-exists', 'There is a file of this name already'],
  EBUSY: ['busy', 'Another program holds it. Close it there, then try again'],
  EMFILE: ['busy', 'Too many files are open. Close some programs, then try again'],
  ENFILE: ['busy', 'Too many files are open. Close some programs, then try again'],
  EIO: ['failed', 'The disk reported an error. Copy your text elsewhere and check the disk'],
}

/** Turns what the system threw into a message for the writer; what is one already stays as it is. */
export const diskError = (error: unknown, doing: string): AppError => {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  const [kind, what] = known[code] ?? ['failed', error instanceof Error ? error.message : String(error)]
  const name = known[code] ? ` (${code})` : ''
  return new AppError(kind, `${doing}: ${what}${name}.`, { cause: error })
}

/** The same for a file of our own, whose name would tell the writer nothing: only what the system said is kept. */
export const diskErrorOfOurs = (error: unknown, doing: string): AppError =>
  diskError(error instanceof AppError && error.cause !== undefined ? error.cause : error, doing)
