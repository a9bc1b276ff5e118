import { t } from './texts/translate'

/** The platforms whose words differ; every other one has those of Linux. */
export type Platform = 'darwin' | 'win32' | 'linux'

/** What a platform calls the places and programs of its own that the app speaks of. */
export interface PlatformWords {
  /** Where deleted files go, as in “is in the …”. */
  readonly bin: string
  readonly moveToBin: string
  /** Shows a file in the program for files. */
  readonly reveal: string
}

/** The words of each platform: Apple's and Microsoft's style guides, and GNOME's and KDE's. */
export const platformWords: Readonly<Record<Platform, PlatformWords>> = {
  darwin: {
    bin: t('commands.trash'),
    moveToBin: t('commands.moveToTrash'),
    reveal: t('commands.showInFinder'),
  },
  win32: {
    bin: t('commands.recycleBin'),
    moveToBin: t('commands.moveToRecycleBin'),
    reveal: t('commands.showInExplorer'),
  },
  linux: {
    bin: t('commands.trash'),
    moveToBin: t('commands.moveToTrash'),
    reveal: t('commands.showInFiles'),
  },
}

/** The platform by the name that Node gives it. */
export const platformOf = (name: string): Platform => (name === 'darwin' || name === 'win32' ? name : 'linux')

/** The words of a platform by the name that Node gives it. */
export const wordsOf = (name: string): PlatformWords => platformWords[platformOf(name)]
