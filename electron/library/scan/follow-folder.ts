import { messageOf } from '../../../shared/app-error'
import { type FolderWatch, type WatchOptions, watchFolder } from '../files/watch-folder'
import type { LibraryOptions } from './options'

/** Watches the folder of a library; `refresh` scans all of it, and `isClosed` is true once the library is closed. */
export const followFolder = (
  { site, onFolderState, onNote, watchTimes = {} }: LibraryOptions,
  on: Pick<WatchOptions, 'onPaths' | 'onSettled' | 'onPulse'>,
  refresh: () => void,
  isClosed: () => boolean,
): FolderWatch => {
  const watch = watchFolder({
    root: site.postsRoot,
    ...on,
    onLook: refresh,
    onAvailable: (available, message) => {
      onFolderState({ available, message })
      if (available) refresh()
    },
    onNote,
    times: watchTimes,
  })
  // Earlier changes were missed, so open files are checked now.
  const tell = () => isClosed() || onFolderState({ available: true, message: '' })
  watch.ready().then(tell, (error: unknown) => onNote(messageOf(error)))
  return watch
}
