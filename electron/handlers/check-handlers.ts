import type { checkCalls } from '../../shared/ipc/check-calls'
import type { LibraryClient } from '../library/process/client'
import type { HandlersOf } from '../security/ipc'

/** The calls about problems in posts. */
export const checkHandlers = (library: () => LibraryClient): HandlersOf<typeof checkCalls> => ({
  checkText: (id, text) => library().checkText(id, text),
  countLinks: () => library().countLinks(),
  checkLinks: () => library().checkLinks(),
  stopLinks: () => library().stopLinks(),
})
