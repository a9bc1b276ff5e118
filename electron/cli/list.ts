import { commonFields } from '../../shared/front-matter/schema/common-fields'
import type { CommonFields } from '../../shared/front-matter/schema/form-field'
import { type ExitCode, readCommandLine, type Terminal } from './command-line'
import { findPosts } from './find-posts'
import { problemOf, readHead } from './read-head'

/** `postwright list [<folder or post>...]`: one line a post; exit code 1 where a head cannot be read. */
export const list = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { switches, rest } = readCommandLine(args, ['--json'])
  const posts = findPosts(rest.length === 0 ? ['.'] : rest, terminal.cwd)
  const results: Record<string, unknown>[] = []
  let code: ExitCode = 0
  for (const post of posts) {
    if (terminal.signal?.aborted) return 1
    const read = await readHead(post)
    const problem = problemOf(read)
    const isBroken = read.kind === 'failed' || read.head.kind === 'broken'
    if (isBroken) code = 1
    const fields = read.kind === 'read' && read.head.kind === 'parsed' ? commonFields(read.head.data) : null
    results.push({ file: post.shown, ...(fields ?? {}), ...(problem ? { problem } : {}) })
    if (isBroken) terminal.err(`${post.shown}: ${problem}`)
    else if (!switches.has('--json'))
      terminal.out(fields ? rowOf(post.shown, fields) : `${post.shown}\t(${problem})`)
  }
  if (switches.has('--json')) terminal.out(JSON.stringify(results, null, 2))
  return code
}

const rowOf = (shown: string, fields: CommonFields): string => {
  const flags = [fields.featured ? 'featured' : '', fields.draft ? 'draft' : ''].filter((flag) => flag !== '')
  return [shown, fields.date, fields.title, flags.join(' '), fields.tags.join(', ')].join('\t').trimEnd()
}
