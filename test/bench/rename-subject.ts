import { fork } from 'node:child_process'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createLibraryClient, type LibraryPort } from '../../electron/library/process/client'
import type { FromLibrary } from '../../electron/library/process/messages'
import { takenSteps } from '../../electron/posts/operations/kept-steps'
import { createOperations } from '../../electron/posts/operations/operations'
import { detectSite } from '../../electron/site/detect-site'
import { usualChoices } from '../../shared/posts/post-rename'

/** Milliseconds of a plan and of a rename, with the longest time for which main was blocked. */
export interface RenameFigures {
  readonly plan: number
  readonly planBlocked: number
  readonly run: number
  readonly runBlocked: number
  readonly changes: number
}

/** The figures for a post and for an image. */
export interface AllFigures {
  readonly post: readonly RenameFigures[]
  readonly image: readonly RenameFigures[]
}

/**
 * Opens the library of a folder in its process, plans a rename of one of its posts and of one of its images three times
 * each, carries each out, and undoes it.
 */
export const measureRename = async (
  folder: string,
  id: string,
  slug: string,
  [image, imageAfter]: readonly [from: string, to: string],
  libraryProcess: string,
): Promise<AllFigures> => {
  const site = await detectSite(join(folder, 'posts'))
  const quiet = () => undefined
  const isDone = Promise.withResolvers<void>()
  const library = createLibraryClient(
    (): LibraryPort => {
      const child = fork(libraryProcess, { serialization: 'advanced' })
      return {
        postMessage: (message) => void child.send(message as object),
        onMessage: (listener) => void child.on('message', (message) => listener(message as FromLibrary)),
        onExit: (listener) => void child.on('exit', (code) => listener(code ?? 0)),
        kill: () => void child.kill(),
      }
    },
    { site, databaseFile: join(folder, '.index.sqlite'), watch: false },
    {
      onPosts: quiet,
      onProgress: ({ finished }) => {
        if (finished) isDone.resolve()
      },
      onSchema: quiet,
      onSettings: quiet,
      onIgnored: quiet,
      onFiles: quiet,
      onFolderState: quiet,
      onFindings: quiet,
      onCheckProgress: quiet,
      onNote: quiet,
    },
  )
  await isDone.promise
  await library.pages()
  const operations = createOperations({
    folder: join(folder, '.records'),
    trash: () => Promise.reject(new Error('no bin')),
  })
  const request = { kind: 'rename', id, to: slug, choices: usualChoices, excluded: [] } as const
  const measured = async (
    planned: () => Promise<{
      readonly files: readonly { readonly changes: readonly unknown[] }[]
    }>,
    stepsOf: () => Promise<{ readonly steps: number }>,
  ): Promise<RenameFigures[]> => {
    const figures: RenameFigures[] = []
    for (let round = 0; round < 3; round++) {
      const [plan, planMs, planBlocked] = await timed(planned)
      const [{ undo }, runMs, runBlocked] = await timed(async () => {
        const { steps } = await stepsOf()
        return operations.run({
          title: 'Rename',
          steps: await takenSteps(library, steps),
          afterCrash: 'finish',
        })
      })
      if (undo !== null) await operations.undo(undo)
      const changes = plan.files.reduce((sum, file) => sum + file.changes.length, 0)
      figures.push({ plan: planMs, planBlocked, run: runMs, runBlocked, changes })
    }
    return figures
  }
  const all = {
    post: await measured(
      () => library.planFiles(request),
      () => library.planSteps(request),
    ),
    image: await measured(
      () => library.planImageFiles(image, imageAfter),
      () => library.planImageSteps(image, imageAfter, []),
    ),
  }
  await library.close()
  return all
}

const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number, number]> => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const began = performance.now()
  const answer = await work()
  const took = performance.now() - began
  delay.disable()
  return [answer, took, delay.max / 1e6]
}
