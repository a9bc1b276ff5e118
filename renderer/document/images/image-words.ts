/** Bytes as a writer reads them: “64 KB”, “4.2 MB”. */
export const sizeInWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(bytes < 9_950_000 ? 1 : 0)} MB`
}

/** The folder of an image by its last name, which tells most; “top of the site” where it lies in none. */
export const folderInWords = (path: string): string => {
  const parts = path.split('/').slice(0, -1)
  const last = parts.at(-1)
  return last === undefined ? 'top of the site' : parts.length === 1 ? last : `…/${last}`
}
