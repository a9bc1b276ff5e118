import { AppError, messageOf } from '../../../shared/app-error'
import { pack } from '../../../shared/ipc/packed'
import { t } from '../../../shared/texts/translate'
import { createFolderImages, type FolderImages } from '../../assets/catalog/folder-images'
import { createImagePlans, type ImagePlans } from '../../assets/changes/image-plans'
import { createKeptSteps } from '../../posts/operations/kept-steps'
import { createFolderPlans, type FolderPlans } from '../../posts/plans/folder-plans'
import type { PostAddresses } from '../../posts/plans/site-look'
import { keptPages } from '../checks/external/kept-pages'
import { keptReader } from '../checks/kept-reader'
import { createFolderChecks, type FolderChecks } from '../checks/live/folder-checks'
import type { StartRecordReader } from '../checks/record-reader'
import { siteFiles } from '../checks/site-files'
import { createSlices } from '../files/slices'
import type { StartPostReader } from '../index/post-reader'
import { createLibrary, type Library } from '../library'
import type { LibraryEvents } from '../scan/options'
import { createForeground } from './foreground'
import {
  checkCallNames,
  type FromLibrary,
  imageCallNames,
  type LibraryCall,
  type LibraryEvent,
  type LibrarySetup,
  planCallNames,
  postsCallNames,
  type ToLibrary,
} from './messages'

/** Reading threads, if available. */
interface Readers {
  readonly posts?: StartPostReader
  readonly records?: StartRecordReader
}

/** Serves the messages of main with a library; `send` sends messages, `end` is called after the last one. */
export const serveLibrary = (
  send: (message: FromLibrary) => void,
  end: () => void,
  readers: Readers = {},
): ((message: ToLibrary) => void) => {
  let library: Library | null = null
  const tell = (event: LibraryEvent) => (payload: unknown) => send({ type: 'event', event, payload })
  const events: LibraryEvents = {
    onPosts: (batch) => tell('onPosts')(pack(batch)),
    onProgress: tell('onProgress'),
    onSchema: tell('onSchema'),
    onSettings: tell('onSettings'),
    onIgnored: tell('onIgnored'),
    onFiles: tell('onFiles'),
    onFolderState: tell('onFolderState'),
    onNote: tell('onNote'),
  }
  // Only scans and library calls: calls to checks and images may wait for the checks themselves.
  const foreground = createForeground()
  let checks: FolderChecks | null = null
  let images: FolderImages | null = null
  let plans: (FolderPlans & ImagePlans) | null = null
  const openFolder = (setup: LibrarySetup) => {
    const made = createFolderChecks({
      site: setup.site,
      onFindings: (batch) => tell('onFindings')(pack(batch)),
      onProgress: tell('onCheckProgress'),
      onNote: events.onNote,
      whenFree: foreground.whenFree,
      keeps: keptPages(`${setup.databaseFile}.links`, events.onNote),
      ...(readers.records && {
        startReader: keptReader({
          file: `${setup.databaseFile}.checks`,
          start: readers.records,
          onNote: events.onNote,
        }),
      }),
    })
    checks = made
    images = createFolderImages({
      site: setup.site,
      posts: made.known,
      files: siteFiles(setup.site.root),
      // While all posts are read for the first time, partial results are enough.
      lookAtPosts: async () => {
        if (!made.known().isComplete) return
        await library?.refresh()
        await made.settled()
      },
      pause: createSlices(),
    })
    const opened = createLibrary({
      ...setup,
      ...events,
      onLooked: made.look,
      asForeground: (work) => foreground.run(work),
      ...(readers.posts ? { startReader: readers.posts } : {}),
    })
    library = opened
    const known: PostAddresses = { pages: opened.pages, naming: (names) => opened.naming(names) }
    const kept = createKeptSteps()
    plans = {
      ...createFolderPlans(setup.site, known, () => opened.schema(), kept),
      ...createImagePlans(setup.site, known, kept),
    }
  }

  const worker = (call: LibraryCall): ((...args: readonly unknown[]) => unknown) => {
    const isIn = <C extends LibraryCall>(names: readonly C[]): C | undefined =>
      names.find((name) => name === call)
    const [ofPosts, ofChecks, ofImages] = [isIn(postsCallNames), isIn(checkCallNames), isIn(imageCallNames)]
    const ofPlans = isIn(planCallNames)
    const work = ofPosts
      ? library?.[ofPosts].bind(library)
      : ofChecks
        ? checks?.[ofChecks]
        : ofImages
          ? images?.[ofImages]
          : ofPlans && plans?.[ofPlans]
    if (!work) throw new AppError('bad-arguments', t('library.noLibrary', { call }))
    return work as (...args: readonly unknown[]) => unknown
  }

  const answer = async ({ number, call, args }: Extract<ToLibrary, { type: 'call' }>) => {
    try {
      const work = worker(call)
      const isForeground = postsCallNames.some((name) => name === call)
      const value = await (isForeground ? foreground.run(() => work(...args)) : work(...args))
      send({ type: 'answer', number, value: call === 'list' ? pack(value) : value })
    } catch (error) {
      send({
        type: 'refusal',
        number,
        kind: error instanceof AppError ? error.kind : 'failed',
        message: messageOf(error),
      })
    }
  }

  return (message) => {
    switch (message.type) {
      case 'open':
        openFolder(message.setup)
        return
      case 'call':
        void answer(message)
        return
      case 'close':
        void Promise.all([library?.close(), checks?.close()])
          .catch((error: unknown) => events.onNote(messageOf(error)))
          .then(() => {
            send({ type: 'closed' })
            end()
          })
    }
  }
}
