import { createRegistry } from '../../../shared/base/registry'
import { nextTask } from '../../base/tasks'

const parts = createRegistry<() => void>()

/** Adds work that is slow the first time, to be done before the first post is shown. */
export const beforeFirstPost = (part: () => void): void => {
  parts.add(part)
}

/** Does the added work, each in its own task, so that the window is never blocked for long. */
export const prepareForPosts = async (): Promise<void> => {
  for (const part of parts.takeAll()) {
    await nextTask()
    part()
  }
  await nextTask()
}
