import { dateMs } from '../../shared/front-matter/dates/dates'
import { commonFields } from '../../shared/front-matter/schema/common-fields'
import type { CommonFields } from '../../shared/front-matter/schema/form-field'
import { type PostState, stateOfPost } from '../../shared/site/post-state'
import { type ExitCode, readCommandLine, type Terminal } from './command-line'
import { findPosts } from './find-posts'
import { problemOf, readHead } from './read-head'
import { createSiteFinder, rulesOf } from './site-of-post'

/** `postwright list [<folder or post>...]`: one line per post; exit code 1 if front matter cannot be read. */
export const list = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { switches, rest } = readCommandLine(args, { json: { type: 'boolean' } })
  const posts = findPosts(rest.length === 0 ? ['.'] : rest, terminal)
  const siteOf = createSiteFinder()
  const results: Record<string, unknown>[] = []
  let code: ExitCode = 0
  for (const post of posts) {
    if (terminal.signal?.aborted) return 1
    const placed = await siteOf(post)
    const read = await readHead(post, rulesOf(placed))
    const problem = problemOf(read)
    const isBroken = read.kind === 'failed' || read.head.kind === 'broken'
    if (isBroken) code = 1
    const data = read.kind === 'read' && read.head.kind === 'parsed' ? read.head.data : null
    const fields = data && commonFields(data)
    const state = stateOfPost(placed?.site ?? 'plain', placed?.id ?? post.id, data ?? {}, {
      written: fields?.date ?? '',
      readDate: dateMs,
      now: Date.now(),
    })
    const listed = fields && { ...fields, ...state, draft: fields.draft || state.draft }
    results.push({ file: post.shown, ...(listed ?? {}), ...(problem ? { problem } : {}) })
    if (isBroken) terminal.err(`${post.shown}: ${problem}`)
    else if (!switches.has('json'))
      terminal.out(listed ? rowOf(post.shown, listed) : `${post.shown}\t(${problem})`)
  }
  if (switches.has('json')) terminal.out(JSON.stringify(results, null, 2))
  return code
}

const rowOf = (shown: string, fields: CommonFields & PostState): string => {
  const flags = (['featured', 'draft', 'scheduled'] as const).filter((flag) => fields[flag])
  return [shown, fields.date, fields.title, flags.join(' '), fields.tags.join(', ')].join('\t').trimEnd()
}
