/** The meaning of a failed file system call, whatever code the platform uses. */
type Meaning =
  | 'missing'
  | 'denied'
  | 'held'
  | 'out-of-reach'
  | 'crowded'
  | 'no-links'
  | 'loop'
  | 'taken'
  | 'unknown-sync'

/**
 * The libuv codes for each meaning. On Windows libuv translates the system's error numbers: an unavailable share is
 * `UNKNOWN` (ERROR_BAD_NETPATH, ERROR_NOT_READY) or one of the network codes, and a call that the file system does not
 * support (ERROR_INVALID_FUNCTION: links on FAT and exFAT, real paths on RAM disks) is `EISDIR`.
 */
const everywhere: Record<Meaning, readonly string[]> = {
  missing: ['ENOENT', 'ENOTDIR'],
  denied: ['EACCES', 'EPERM', 'EAUTH', 'ENEEDAUTH', 'ENOKEY', 'EKEYEXPIRED', 'EKEYREVOKED', 'EKEYREJECTED'],
  held: [],
  'out-of-reach': [
    ...[
      'EIO',
      'ENXIO',
      'ENODEV',
      'ENOMEDIUM',
      'EMEDIUMTYPE',
      'ESTALE',
      'EREMOTEIO',
      'ENONET',
      'ENOLINK',
      'EPWROFF',
    ],
    ...['EDEVERR', 'ENOTCONN', 'ETIMEDOUT', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EHOSTDOWN'],
    ...['EHOSTUNREACH', 'ENETDOWN', 'ENETRESET', 'ENETUNREACH', 'EPIPE', 'EAGAIN', 'ECANCELED', 'ECOMM'],
  ],
  crowded: ['EMFILE', 'ENFILE'],
  'no-links': ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EACCES', 'EINVAL'],
  loop: ['ELOOP'],
  taken: ['EEXIST', 'ENOTEMPTY'],
  'unknown-sync': ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EACCES', 'EPERM', 'EISDIR', 'EBADF'],
}

const ofPlatform: Partial<Record<NodeJS.Platform, Partial<Record<Meaning, readonly string[]>>>> = {
  win32: {
    held: ['EPERM', 'EACCES', 'EBUSY'],
    'out-of-reach': ['UNKNOWN', 'EBUSY'],
    'no-links': ['EISDIR', 'UNKNOWN'],
  },
}

const has = (meaning: Meaning, error: unknown, platform: NodeJS.Platform): boolean => {
  const code = codeOf(error, platform)
  return everywhere[meaning].includes(code) || (ofPlatform[platform]?.[meaning] ?? []).includes(code)
}

/** Nothing exists at the path. */
export const isMissing = (error: unknown, platform = process.platform): boolean =>
  has('missing', error, platform)

/** We do not have permission. */
export const isDenied = (error: unknown, platform = process.platform): boolean =>
  has('denied', error, platform)

/** Another program may have the file open (antivirus, indexer, preview): only Windows refuses for that reason. */
export const isHeld = (error: unknown, platform = process.platform): boolean => has('held', error, platform)

/** The disk does not respond: it is unplugged, asleep, or on an unavailable network. */
export const isOutOfReach = (error: unknown, platform = process.platform): boolean =>
  has('out-of-reach', error, platform)

/** Nothing is accessible at the path now, for a reason on the side of the disk; it may be later. */
export const isNotThereNow = (error: unknown, platform = process.platform): boolean =>
  isMissing(error, platform) ||
  isDenied(error, platform) ||
  isOutOfReach(error, platform) ||
  has('loop', error, platform)

/** The process or the system has too many files open. */
export const isCrowded = (error: unknown): boolean => has('crowded', error, process.platform)

/** The disk does not support hard links, or not here. */
export const isWithoutLinks = (error: unknown, platform = process.platform): boolean =>
  has('no-links', error, platform)

/** The name is in use. */
export const isTaken = (error: unknown): boolean => has('taken', error, process.platform)

/** Folders of this disk cannot be synced, and need not be. */
export const isUnknownSync = (error: unknown, platform = process.platform): boolean =>
  has('unknown-sync', error, platform)

/** The path is not a link; Windows has no specific code for that. */
export const isNoLink = (error: unknown, platform = process.platform): boolean =>
  isMissing(error, platform) ||
  ['EINVAL', ...(platform === 'win32' ? ['UNKNOWN', 'EISDIR'] : [])].includes(codeOf(error, platform))

/** The file system cannot report real paths, such as RAM disks on Windows. */
export const isWithoutRealPath = (error: unknown, platform = process.platform): boolean =>
  ['ENOSYS', 'ENOTSUP', ...(platform === 'win32' ? ['EISDIR', 'UNKNOWN', 'EINVAL'] : [])].includes(
    codeOf(error, platform),
  )

/** System errors that libuv has no name for; it reports them as `Unknown system error -122`. */
const unnamed: Partial<Record<NodeJS.Platform, Readonly<Record<string, string>>>> = {
  linux: {
    64: 'ENONET',
    67: 'ENOLINK',
    70: 'ECOMM',
    116: 'ESTALE',
    117: 'EUCLEAN',
    121: 'EREMOTEIO',
    122: 'EDQUOT',
    123: 'ENOMEDIUM',
    124: 'EMEDIUMTYPE',
    126: 'ENOKEY',
    127: 'EKEYEXPIRED',
    128: 'EKEYREVOKED',
    129: 'EKEYREJECTED',
  },
  darwin: {
    69: 'EDQUOT',
    70: 'ESTALE',
    80: 'EAUTH',
    81: 'ENEEDAUTH',
    82: 'EPWROFF',
    83: 'EDEVERR',
    97: 'ENOLINK',
  },
}

/** The system's name of an error (`ENOENT`), or an empty text for one that did not come from the system. */
export const codeOf = (error: unknown, platform = process.platform): string => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return ''
  const [, number = ''] = /^Unknown system error -(\d+)$/.exec(error.code) ?? []
  return unnamed[platform]?.[number] ?? error.code
}
