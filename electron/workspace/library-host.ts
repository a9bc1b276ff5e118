import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type BrowserWindow, type UtilityProcess, utilityProcess } from 'electron'
import { createLibraryClient, type LibraryClient, type LibraryPort } from '../library/process/client'
import type { FromLibrary } from '../library/process/messages'
import { emit } from '../security/ipc'
import type { Site } from '../site/detect-site'

// The index depends on the generator, so each generator has its own.
const nameOf = ({ postsRoot, profile, habits }: Site): string =>
  createHash('sha256')
    .update(JSON.stringify([postsRoot, profile, habits ?? null]))
    .digest('hex')
    .slice(0, 16)

const fork = (): UtilityProcess =>
  utilityProcess.fork(join(import.meta.dirname, 'library-process.js'), [], {
    serviceName: 'Postwright library',
  })

const portTo = (child: UtilityProcess): LibraryPort => ({
  postMessage: (message) => child.postMessage(message),
  onMessage: (listener) => void child.on('message', (message) => listener(message as FromLibrary)),
  onExit: (listener) => void child.on('exit', listener),
  kill: () => void child.kill(),
})

/** Starts the libraries of sites, each in a utility process. */
export interface LibraryHost {
  /** Starts the process of the first library early, so that opening a folder need not wait for it. */
  readonly prepare: () => void
  /** Starts the library of a site, with its events going to the window. */
  readonly start: (site: Site, showsIgnored: boolean) => LibraryClient
}

export const createLibraryHost = (
  userData: string,
  window: () => BrowserWindow | null,
  log: (note: string) => void,
): LibraryHost => {
  let prepared: UtilityProcess | null = null
  const forkLibrary = (): LibraryPort => {
    const child = prepared ?? fork()
    prepared = null
    return portTo(child)
  }
  return {
    prepare: () => {
      const child = fork()
      prepared = child
      child.once('exit', () => {
        if (prepared === child) prepared = null
      })
    },
    start: (site, showsIgnored) =>
      createLibraryClient(
        forkLibrary,
        {
          site,
          databaseFile: join(userData, 'library', `${nameOf(site)}.sqlite`),
          ignore: { gitignore: !showsIgnored },
        },
        {
          onPosts: (batch) => emit(window(), 'postsChanged', batch),
          onProgress: (progress) => emit(window(), 'libraryProgress', progress),
          onSchema: (schema) => emit(window(), 'siteSchemaChanged', schema),
          onSettings: (problems) => emit(window(), 'siteSettingsChanged', problems),
          onIgnored: (ignored) => emit(window(), 'ignoredPostsChanged', ignored),
          onFiles: (changes) => {
            for (const change of changes) emit(window(), 'fileChanged', change)
          },
          onFolderState: (state) => emit(window(), 'folderState', state),
          onFindings: (batch) => emit(window(), 'findingsChanged', batch),
          onCheckProgress: (progress) => emit(window(), 'checkProgress', progress),
          onNote: log,
        },
      ),
  }
}
