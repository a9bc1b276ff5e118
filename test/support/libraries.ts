import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type OpenedLibrary, openLibrary } from './open-library'
import { withTempFolder } from './temp-folder'

/** A fresh folder of posts for each test, and libraries over it that are closed after the test. */
export const withLibraries = () => {
  const temp = withTempFolder()
  const folder = () => join(temp(), 'posts')
  const opened: OpenedLibrary[] = []
  afterEach(async () => {
    for (const { library } of opened.splice(0)) await library.close()
  })
  const keep = (made: OpenedLibrary): OpenedLibrary => {
    opened.push(made)
    return made
  }
  /** Opens a library and waits until it is in sync with the folder. */
  const open = async (...args: Parameters<typeof openLibrary>): Promise<OpenedLibrary> => {
    const made = keep(openLibrary(...args))
    await made.library.settled()
    return made
  }
  return { temp, folder, open, keep }
}

/** The ids of the posts that a library has reported, sorted. */
export const ids = ({ posts }: OpenedLibrary): string[] => [...posts.keys()].sort()
