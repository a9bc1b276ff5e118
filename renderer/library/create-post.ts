import { assertNever } from '../../shared/app-error'
import { newHead } from '../../shared/front-matter/new-head'
import { bodyOfTemplate, type TemplateValues } from '../../shared/front-matter/new-post-template'
import type { LineTerminator, PostId, PostSummary } from '../../shared/post'
import { api } from '../base/api'
import { useSchema } from '../base/schema-store'

/** How the newest post that can be read ends its lines; LF where there is none. */
const usualLineEnd = async (posts: readonly PostSummary[]): Promise<LineTerminator> => {
  const readable = posts.filter(({ problems }) => problems.length === 0)
  const [newest] = readable.toSorted((a, b) => (b.dateMs ?? b.modifiedMs) - (a.dateMs ?? a.modifiedMs))
  return newest ? (await api.openPost(newest.id)).format.eol : '\n'
}

/** Writes the file of a new post; an error says why it could not be. No file is ever overwritten. */
export const createPost = async (
  id: PostId,
  title: string,
  values: TemplateValues,
  posts: readonly PostSummary[],
): Promise<void> => {
  const now = new Date()
  const made = { title, slug: values.slug, nowMs: now.getTime(), offset: -now.getTimezoneOffset() }
  const schema = useSchema.getState()
  const { keys, body = '' } = schema.newPost ?? {}
  const text = `${newHead(schema, made, keys)}\n${bodyOfTemplate(body, title, values)}`
  const format = { bom: false, eol: await usualLineEnd(posts), terminators: null, encoding: 'utf-8' } as const
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
