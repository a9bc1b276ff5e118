import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../shared/app-error'
import { isMarkdownName, nameWithoutExtension } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { diskError } from '../disk/disk-error'
import { type ExitCode, readCommandLine, type Terminal, UsageError } from './command-line'
import { findPosts, type NamedPost } from './find-posts'

/**
 * `postwright export <post>... [-o <file or folder>]`: exports each post as one HTML file, beside it by default. Exit
 * code 1 if a post could not be exported. Missing images become placeholders, diagrams their source; both are reported.
 */
export const exportPosts = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { switches, values, rest } = readCommandLine(args, {
    json: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
  })
  const output = values.get('output') ?? null
  if (rest.length === 0) throw new UsageError(t('cli.nameToExport'))
  const posts = findPosts(rest, terminal)
  const single = posts.length === 1 && rest.every(isMarkdownName)
  const { exportFile } = await import('../export/export-file') // other commands do not need the pipeline
  const results: Record<string, unknown>[] = []
  let code: ExitCode = 0
  for (const post of posts) {
    if (terminal.signal?.aborted) return 1
    const path = resolve(terminal.cwd, pathOf(post, output, single))
    try {
      await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
        throw diskError(error, t('files.cannotMakeFolder', { name: dirname(path) }))
      })
      const { missingImages, undrawnDiagrams } = await exportFile(join(post.root, post.id), path, {
        make: terminal.makePage,
        signal: terminal.signal,
      })
      results.push({ file: post.shown, path, missingImages, undrawnDiagrams })
      if (!switches.has('json')) terminal.out(`${post.shown} → ${path}`)
      for (const image of missingImages) terminal.err(t('cli.imageNotFound', { post: post.shown, image }))
      if (undrawnDiagrams > 0) terminal.err(`${post.shown}: ${undrawnInWords(undrawnDiagrams)}`)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      code = 1
      results.push({ file: post.shown, problem: error.message })
      terminal.err(`${post.shown}: ${error.message}`)
    }
  }
  if (switches.has('json')) terminal.out(JSON.stringify(results, null, 2))
  return code
}

// Mermaid needs a browser, which this command does not have.
const undrawnInWords = (count: number): string => t('cli.diagramsUndrawn', { count })

const pathOf = (post: NamedPost, output: string | null, single: boolean): string => {
  const page = `${nameWithoutExtension(post.id)}.html`
  if (output === null) return join(post.root, page)
  return single && /\.html?$/i.test(output) ? output : join(output, single ? basename(page) : page)
}
