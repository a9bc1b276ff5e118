import { newHead } from '../../../shared/front-matter/new-post/new-head'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { splitPost } from '../../../shared/front-matter/read/split'
import { bodyOfTemplate, type TemplateValues } from '../../../shared/front-matter/schema/template'
import type { LineTerminator, PostId, PostSummary } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { readPost } from '../../document/reading/read-post'
import { tellOperation } from '../state/file-operations'

interface Newest {
  readonly eol: LineTerminator
  /** Its text begins with a first-level heading. */
  readonly titleIsHeading: boolean
}

/** The line endings of the newest readable post, and where it has its title. */
const newestOf = async (posts: readonly PostSummary[]): Promise<Newest> => {
  const readable = posts.filter(({ problems }) => !problems.some(({ check }) => check === 'unreadable'))
  const [newest] = readable.toSorted((a, b) => (b.dateMs ?? b.modifiedMs) - (a.dateMs ?? a.modifiedMs))
  if (!newest) return { eol: '\n', titleIsHeading: false }
  const { text, format } = await readPost(newest.id)
  const { bodyFrom } = splitPost(text)
  const start = text.slice(bodyFrom, bodyFrom + longestHeading).trimStart()
  return { eol: format.eol, titleIsHeading: /^(?:#[ \t]|[^\n]+\n=+[ \t]*(?:\n|$))/.test(start) }
}

const longestHeading = 1000

/** Creates the file of a new post and offers undo; throws if it fails. Never overwrites a file. */
export const createPost = async (
  id: PostId,
  title: string,
  values: TemplateValues,
  posts: readonly PostSummary[],
): Promise<void> => {
  const now = new Date()
  const made = { title, slug: values.slug, nowMs: now.getTime(), offset: -now.getTimezoneOffset() }
  const schema = await api.wholeSchema() // the schema of the first posts only would make a poorer head
  const { keys, body = '' } = schema.newPost ?? {}
  const { eol, titleIsHeading } = await newestOf(posts)
  const head = newHead(schema, made, keys)
  const heading = titleIsHeading && body === '' && !says(head, title) ? `# ${title}\n` : ''
  const text = `${head}\n${heading}${bodyOfTemplate(body, title, values)}`
  const format = { bom: false, eol, terminators: null, encoding: 'utf-8' } as const
  tellOperation(t('changes.newPostIs', { id }), await api.createPost(id, { text, format }))
}

const says = (head: string, title: string): boolean => {
  const read = parseFrontMatter(head)
  return read.kind === 'parsed' && Object.values(read.data).includes(title)
}
