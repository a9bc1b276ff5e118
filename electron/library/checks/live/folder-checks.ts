import { messageOf } from '../../../../shared/app-error'
import type { PostRecord } from '../../../../shared/checks/site/post-record'
import { ExternalLinks } from '../external/external-links'
import type { KeptPages } from '../external/kept-pages'
import { LiveChecks } from './live-checks'
import type { LiveChecksOptions } from './options'

export interface FolderChecksOptions extends LiveChecksOptions {
  /** Keeps what other sites answered. */
  readonly keeps?: KeptPages
}

/** The checks of an open folder, including links to other sites. */
export const createFolderChecks = ({ keeps, ...options }: FolderChecksOptions) => {
  const links = new ExternalLinks({ onProgress: options.onProgress, ...(keeps && { keeps }) })
  const live = new LiveChecks({ ...options, findOutside: (post) => links.findings(post) })
  const recheck = () => {
    const isAffected = (post: PostRecord) => links.findings(post).length > 0
    live.checkAgain([...live.posts.all()].filter(isAffected).map(({ id }) => id))
  }
  links.ready().then(recheck, (error: unknown) => options.onNote(messageOf(error)))
  return {
    look: live.look,
    /** What is known of the posts so far. */
    known: () => ({ posts: live.posts, isComplete: live.isComplete }),
    /** Resolves when everything read so far has been checked. */
    settled: () => live.settled(),
    checkText: live.checkText.bind(live),
    fixesOf: live.fixesOf.bind(live),
    countLinks: () => links.count(live.posts.all()),
    checkLinks: async (): Promise<void> => {
      await links.check([...live.posts.all()], live.checkAgain)
      await live.settled()
    },
    stopLinks: () => links.stop(),
    close: (): Promise<void> => {
      links.stop()
      return live.close()
    },
  }
}
export type FolderChecks = ReturnType<typeof createFolderChecks>
