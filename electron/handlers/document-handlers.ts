import { AppError } from '../../shared/app-error'
import type { documentCalls } from '../../shared/ipc/document-calls'
import type { PostId } from '../../shared/posts/post'
import { decodePost, encodePost } from '../../shared/posts/text-format'
import { t } from '../../shared/texts/translate'
import { createDocumentService, type DocumentServiceOptions } from '../posts/document-service'
import type { HandlersOf } from '../security/ipc'

export interface DocumentHandlersOptions extends DocumentServiceOptions {
  /** The real path of the open posts folder; throws an AppError if none is open. */
  readonly postsRoot: () => string
  /** Remembers the shown post for the next start. */
  readonly opened?: (id: PostId) => void
}

/** The calls about the text of posts: opening, saving, backup and history. */
export const documentHandlers = (options: DocumentHandlersOptions): HandlersOf<typeof documentCalls> => {
  const { postsRoot, journal, history, opened } = options
  const service = createDocumentService(options)
  return {
    openPost: (id) => service.open(postsRoot(), id),
    postShown: (id) => opened?.(id),
    savePost: (id, post) => service.save(postsRoot(), id, post),
    followMoved: (id, revision) => service.followMoved(postsRoot(), id, revision),
    writeJournal: (id, entry) => journal.write(postsRoot(), id, entry),
    discardJournal: (id) => journal.discard(postsRoot(), id),
    listRecovered: () => service.recovered(postsRoot()),
    readRecovered: (id) => service.readRecovered(postsRoot(), id),
    listVersions: (id) => history.versions(postsRoot(), id),
    readVersion: async (id, revision) => {
      const known = await history.versions(postsRoot(), id)
      if (!known.some((version) => version.revision === revision))
        throw new AppError('not-found', t('files.noSuchVersion', { id }))
      return decodePost(await history.read(revision))
    },
    keepVersion: async (id, { text, format }) => {
      const problem = await history.keep(postsRoot(), id, encodePost(text, format))
      if (problem !== undefined) throw new AppError('failed', problem)
    },
    listDeleted: () => service.deleted(postsRoot()),
  }
}
