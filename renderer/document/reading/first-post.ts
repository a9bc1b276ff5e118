import { nextTask } from '../../base/tasks'

const parts: (() => void)[] = []

/** Adds something that takes long the first time it is done. It is done before the first post is shown. */
export const beforeFirstPost = (part: () => void): void => {
  parts.push(part)
}

/** Does what was added, each in a task of its own, so that the window is never held up for long. */
export const prepareForPosts = async (): Promise<void> => {
  for (const part of parts.splice(0)) {
    await nextTask()
    part()
  }
  await nextTask()
}
