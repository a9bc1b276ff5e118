import { imageTypeOf } from '../../base/image-types'

/** The names in a folder. */
export interface FolderListing {
  readonly has: (name: string) => boolean
  /** The name as it is spelled there, ignoring case and Unicode composition; null if there is none. */
  readonly spelled: (name: string) => string | null
  readonly all: () => readonly string[]
  readonly images: () => readonly string[]
}

/** A listing of names; derived data is computed once, when first needed. */
export const folderListing = (names: readonly string[]): FolderListing => {
  const exact = new Set(names)
  let folded: ReadonlyMap<string, string> | null = null
  let images: readonly string[] | null = null
  return {
    has: (name) => exact.has(name),
    spelled: (name) => {
      if (exact.has(name)) return name
      folded ??= new Map(names.map((other) => [foldName(other), other]))
      return folded.get(foldName(name)) ?? null
    },
    all: () => names,
    images: () => {
      images ??= names.filter((name) => imageTypeOf(name) !== null)
      return images
    },
  }
}

/** A name in the form used to compare names without regard to case and Unicode composition. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase()
