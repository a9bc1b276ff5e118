import { assertNever } from '../../shared/app-error'
import type { LineTerminator, PostId, PostSummary } from '../../shared/post'
import { api } from '../base/api'
import { useSchema } from '../base/schema-store'
import { newPostText } from './new-post-text'

/** Whose habits a new post takes on: the newest one that can be read, with its line ends. */
const neighbourOf = async (
  posts: readonly PostSummary[],
): Promise<{ text: string; eol: LineTerminator } | null> => {
  const readable = posts.filter(({ problems }) => problems.length === 0)
  const [newest] = readable.toSorted((a, b) => (b.dateMs ?? b.modifiedMs) - (a.dateMs ?? a.modifiedMs))
  if (!newest) return null
  const { text, format } = await api.openPost(newest.id)
  return { text, eol: format.eol }
}

/** Writes the file of a new post; an error says why it could not be. No file is ever overwritten. */
export const createPost = async (
  id: PostId,
  title: string,
  slug: string,
  posts: readonly PostSummary[],
): Promise<void> => {
  const neighbour = await neighbourOf(posts)
  const now = new Date()
  const text = newPostText({
    title,
    slug,
    now: now.getTime(),
    offset: -now.getTimezoneOffset(),
    neighbour: neighbour?.text ?? null,
    schema: useSchema.getState(),
  })
  const format = { bom: false, eol: neighbour?.eol ?? '\n', terminators: null, encoding: 'utf-8' } as const
  const result = await api.savePost(id, { text, format, base: null })
  switch (result.kind) {
    case 'saved':
      return
    case 'conflict':
      throw new Error(`There is a file in ${id} already. Nothing was written; choose another address.`)
    case 'deleted':
      throw new Error(`The folder of ${id} is gone. Nothing was written.`)
    case 'failed':
      throw new Error(result.message)
    default:
      assertNever(result)
  }
}
