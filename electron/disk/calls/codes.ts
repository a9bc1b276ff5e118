/** What a failed call to the disk means, whatever the platform calls it. */
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
 * The codes that libuv gives for each meaning. On Windows it translates the system's own numbers: a share that is gone
 * is `UNKNOWN` (ERROR_BAD_NETPATH, ERROR_NOT_READY) or one of the network's codes, and a call that the disk's driver
 * does not have (ERROR_INVALID_FUNCTION: links on FAT and exFAT, real paths on RAM disks) is `EISDIR`.
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

/** There is nothing at the path. */
export const isMissing = (error: unknown, platform = process.platform): boolean =>
  has('missing', error, platform)

/** The system does not let us. */
export const isDenied = (error: unknown, platform = process.platform): boolean =>
  has('denied', error, platform)

/** Another program may hold the file just now (antivirus, indexer, preview): only Windows refuses for that. */
export const isHeld = (error: unknown, platform = process.platform): boolean => has('held', error, platform)

/** The disk does not answer: unplugged, asleep, or at the other end of a network that is gone. */
export const isOutOfReach = (error: unknown, platform = process.platform): boolean =>
  has('out-of-reach', error, platform)

/** Nothing can be seen at the path now, for whatever reason on the side of the disk; it may be there again later. */
export const isNotThereNow = (error: unknown, platform = process.platform): boolean =>
  isMissing(error, platform) ||
  isDenied(error, platform) ||
  isOutOfReach(error, platform) ||
  has('loop', error, platform)

/** The process, or the system, has too many files open. */
export const isCrowded = (error: unknown): boolean => has('crowded', error, process.platform)

/** The disk knows no hard links, or gives us none here. */
export const isWithoutLinks = (error: unknown, platform = process.platform): boolean =>
  has('no-links', error, platform)

/** The name is in use. */
export const isTaken = (error: unknown): boolean => has('taken', error, process.platform)

/** A folder of this disk cannot, and need not, be asked to reach it. */
export const isUnknownSync = (error: unknown, platform = process.platform): boolean =>
  has('unknown-sync', error, platform)

/** There is no link at the path; Windows has no code of its own for that. */
export const isNoLink = (error: unknown, platform = process.platform): boolean =>
  isMissing(error, platform) ||
  ['EINVAL', ...(platform === 'win32' ? ['UNKNOWN', 'EISDIR'] : [])].includes(codeOf(error, platform))

/** A driver without the call for real paths, as RAM disks have on Windows. */
export const isWithoutRealPath = (error: unknown, platform = process.platform): boolean =>
  ['ENOSYS', 'ENOTSUP', ...(platform === 'win32' ? ['EISDIR', 'UNKNOWN', 'EINVAL'] : [])].includes(
    codeOf(error, platform),
  )

/** Errors of the system that libuv has no name for; it gives their number as `Unknown system error -122`. */
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
