import { newHead } from '../../../shared/front-matter/new-post/new-head'
import { bodyOfTemplate, type TemplateValues } from '../../../shared/front-matter/schema/template'
import type { LineTerminator, PostId, PostSummary } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { readPost } from '../../document/reading/read-post'
import { tellOperation } from '../state/file-operations'

/** How the newest post that can be read ends its lines; LF where there is none. */
const usualLineEnd = async (posts: readonly PostSummary[]): Promise<LineTerminator> => {
  const readable = posts.filter(({ problems }) => problems.length === 0)
  const [newest] = readable.toSorted((a, b) => (b.dateMs ?? b.modifiedMs) - (a.dateMs ?? a.modifiedMs))
  return newest ? (await readPost(newest.id)).format.eol : '\n'
}

/** Writes the file of a new post, and says how to take it back; an error says why not. No file is ever overwritten. */
export const createPost = async (
  id: PostId,
  title: string,
  values: TemplateValues,
  posts: readonly PostSummary[],
): Promise<void> => {
  const now = new Date()
  const made = { title, slug: values.slug, nowMs: now.getTime(), offset: -now.getTimezoneOffset() }
  const schema = await api.wholeSchema() // what the first posts have in common would make a poorer head
  const { keys, body = '' } = schema.newPost ?? {}
  const text = `${newHead(schema, made, keys)}\n${bodyOfTemplate(body, title, values)}`
  const format = { bom: false, eol: await usualLineEnd(posts), terminators: null, encoding: 'utf-8' } as const
  tellOperation(t('changes.newPostIs', { id }), await api.createPost(id, { text, format }))
}
