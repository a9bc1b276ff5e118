import type { LibraryClient } from '../library/process/client'
import type { Handlers } from '../security/ipc'

type CheckCall = 'checkText' | 'countLinks' | 'checkLinks' | 'stopLinks'

/** The calls about what is wrong in posts. */
export const checkHandlers = (library: () => LibraryClient): Pick<Handlers, CheckCall> => ({
  checkText: (id, text) => library().checkText(id, text),
  countLinks: () => library().countLinks(),
  checkLinks: () => library().checkLinks(),
  stopLinks: () => library().stopLinks(),
})
