/** The last part of a `/` separated path. */
export const filePart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** All but the last part of a `/` separated path; empty for a bare name. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** A file name without its last extension; a leading dot is part of the name. */
export const nameWithoutExtension = (name: string): string => name.replace(/(?<=.)\.[^.]*$/, '')

/** The extension of a file name, lower case, without its dot; empty if there is none. */
export const extensionOf = (name: string): string =>
  /(?<=.)\.([^./]*)$/.exec(filePart(name))?.[1]?.toLowerCase() ?? ''

/** `parts` as one path with `.` and `..` resolved, or null if it leads above its start. */
export const joinPath = (...parts: readonly string[]): string | null => {
  const path = parts.join('/')
  const plain = path.startsWith('./') ? path.slice(2) : path
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(plain)) return plain // most paths; the checks of a site join a million
  const joined: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') joined.push(part)
    else if (joined.pop() === undefined) return null
  }
  return joined.join('/')
}

/** The path from the folder `from` to the file `to`, both relative to the same root. */
export const relativePath = (from: string, to: string): string => {
  const here = from.split('/').filter((part) => part !== '' && part !== '.')
  const there = to.split('/').filter((part) => part !== '')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
}

/** Whether a `/` separated path, by its names alone, stays below its start and out of `.git`. */
export const isPlainPath = (path: string): boolean =>
  !path.includes('\0') &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !isGitFolder(part))

/** Every name by which a disk finds `.git`: HFS+ ignores some characters, NTFS has more spellings. */
const isGitFolder = (name: string): boolean => {
  const plain = name.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '').toLowerCase()
  return /^(?:\.git|git~\d+)[. ]*(?::|$)/.test(plain)
}

/** Whether a path is that of a folder of the site: a plain path, or `.` for the site itself. */
export const isSiteFolder = (path: string): boolean => path === '.' || isPlainPath(path)

/** Whether a file name is that of a markdown post. */
export const isMarkdownName = (name: string): boolean => /\.(md|markdown|mdx)$/i.test(name)

/** The path of a post's file in its site. */
export const pathOfPost = (id: string, { postsFolder }: { readonly postsFolder: string }): string =>
  postsFolder === '.' ? id : `${postsFolder}/${id}`

/** The id of a post by the path of its file; null for a file outside the posts folder. */
export const idOfPost = (path: string, { postsFolder }: { readonly postsFolder: string }): string | null => {
  if (postsFolder === '.') return path
  return path.startsWith(`${postsFolder}/`) ? path.slice(postsFolder.length + 1) : null
}
