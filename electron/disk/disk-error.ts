import { AppError, type AppErrorKind } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { codeOf, isOutOfReach } from './calls/codes'

const known: Record<string, readonly [kind: AppErrorKind, what: string]> = {
  ENOSPC: ['disk-full', t('files.diskFull')],
  EDQUOT: ['disk-full', t('files.quota')],
  EFBIG: ['disk-full', t('files.fileTooBig')],
  EROFS: ['read-only', t('files.readOnlyDisk')],
  EACCES: ['no-permission', t('files.noPermission')],
  EPERM: ['no-permission', t('files.notPermitted')],
  EAUTH: ['no-permission', t('files.signInAgain')],
  ENEEDAUTH: ['no-permission', t('files.signInAgain')],
  ENOKEY: ['no-permission', t('files.folderLocked')],
  EKEYEXPIRED: ['no-permission', t('files.signInExpired')],
  EKEYREVOKED: ['no-permission', t('files.signInRevoked')],
  EKEYREJECTED: ['no-permission', t('files.signInRejected')],
  ENOENT: ['not-found', t('files.gone')],
  ENOTDIR: ['not-found', t('files.folderGone')],
  ESTALE: ['not-found', t('files.gone')],
  EISDIR: ['not-a-file', t('files.isFolder')],
  ELOOP: ['not-a-file', t('files.linkLoop')],
  ENAMETOOLONG: ['bad-name', t('files.nameTooLong')],
  EILSEQ: ['bad-name', t('files.badCharacters')],
  EEXIST: ['already-exists', t('files.fileExists')],
  ENOTEMPTY: ['already-exists', t('files.folderExists')],
  EXDEV: ['failed', t('files.otherDisk')],
  EBUSY: ['busy', t('files.inUse')],
  ETXTBSY: ['busy', t('files.inUse')],
  EMFILE: ['busy', t('files.tooManyOpen')],
  ENFILE: ['busy', t('files.tooManyOpen')],
  ENOMEM: ['busy', t('files.noMemory')],
  ENOLCK: ['busy', t('files.noLocks')],
  EIO: ['failed', t('files.diskFailing')],
  EUCLEAN: ['failed', t('files.diskDamaged')],
}

const outOfReach = t('files.notResponding')

/** Turns a system error into an AppError with a message for the user; an AppError stays as it is. */
export const diskError = (error: unknown, doing: string, platform = process.platform): AppError => {
  if (error instanceof AppError) return error
  const code = codeOf(error, platform)
  const [kind, what] = whatOf(error, code, platform)
  const message =
    code === '' || what.includes(code)
      ? t('files.because', { doing, reason: what })
      : t('files.becauseWithCode', { doing, reason: what, code })
  return new AppError(kind, message, { cause: error })
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

/** The same for a file of our own, whose name would mean nothing to the user: only the reason is kept. */
export const diskErrorOfOurs = (error: unknown, doing: string): AppError =>
  diskError(error instanceof AppError && error.cause !== undefined ? error.cause : error, doing)
