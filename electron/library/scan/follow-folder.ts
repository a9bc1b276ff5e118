import { messageOf } from '../../../shared/app-error'
import { type FolderWatch, type WatchOptions, watchFolder } from '../files/watch-folder'
import type { LibraryOptions } from './options'

/** Watches the folder of a library; `refresh` looks at all of it, and `isClosed` answers true once nobody wants to hear. */
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
  // What changed before this moment was seen by nobody: who has a file open looks at it now.
  const tell = () => isClosed() || onFolderState({ available: true, message: '' })
  watch.ready().then(tell, (error: unknown) => onNote(messageOf(error)))
  return watch
}
