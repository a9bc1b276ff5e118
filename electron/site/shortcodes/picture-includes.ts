import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { takesPicture } from '../../../shared/shortcodes/read/include'
import { codeOf } from '../../disk/calls/codes'
import { readSmallFile } from '../../disk/read-small'

const pictureName = /figure|image|img|picture|photo/i
const maxIncludes = 40
const largestInclude = 50_000

/** For a Jekyll site: its includes that show an image parameter, by name, and its Gemfile. */
export const findPictureIncludes = async (
  root: string,
): Promise<{ readonly pictures: readonly string[]; readonly gemfile: string }> => {
  const names = (await namesIn(join(root, '_includes'))).filter((name) => pictureName.test(name))
  const pictures: string[] = []
  for (const name of names.slice(0, maxIncludes))
    if (takesPicture(await textAt(join(root, '_includes', name), largestInclude))) pictures.push(name)
  return { pictures, gemfile: await textAt(join(root, 'Gemfile'), largestInclude) }
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()
  } catch (error) {
    if (codeOf(error) === '') throw error
    return [] // missing or not accessible
  }
}

// A file that is missing, too large or not accessible is no evidence.
const textAt = async (path: string, most: number): Promise<string> => {
  const text = await readSmallFile(path, most).catch(() => null)
  return text ?? ''
}
