import { relative, resolve, sep } from 'node:path'
import type { Finding, FindingSeverity, PostFindings } from '../../shared/checks/findings/finding'
import type { PostRecord } from '../../shared/checks/site/post-record'
import { t } from '../../shared/texts/translate'
import { type StartRecordReader, startRecordReaderHere } from '../library/checks/record-reader'
import { type ExitCode, readCommandLine, type Terminal, UsageError } from './command-line'
import { tellIgnored } from './find-posts'
import { type CheckFormat, writeFindings } from './findings-as'
import { siteOf } from './site-of-post'

const formats: readonly CheckFormat[] = ['text', 'json', 'github', 'sarif']
const severities: readonly FindingSeverity[] = ['hint', 'warning', 'error']

/**
 * `postwright check [<folder or post>...]`: reports problems in the posts of a site. Exit code 1 if an error or a
 * warning is reported, or a hint with `--severity hint`; 2 if the command line is invalid.
 */
export const check = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const options = optionsOf(args)
  const site = await siteOf(options.paths, terminal.cwd)
  const { checkFolder } = await import('../library/checks/check-folder')
  const isAsked = (id: string) => isWanted(resolve(site.postsRoot, id), options.paths, terminal.cwd)
  const { posts, problems, ignored } = await checkFolder({
    site,
    startThreads,
    signal: terminal.signal,
    ...(options.external && {
      checkLinks: (all) =>
        checkLinks(
          all.filter(({ id }) => isAsked(id)),
          terminal,
        ),
    }),
  })
  if (terminal.signal?.aborted) return 1
  for (const problem of problems) terminal.err(problem)
  const least = severities.indexOf(options.severity ?? 'hint')
  const isReported = ({ severity }: Finding) => severities.indexOf(severity) >= least
  const shown = (id: string) => pathFrom(terminal.cwd, resolve(site.postsRoot, id))
  tellIgnored(site.postsRoot, ignored, shown, terminal.err)
  const wanted = posts.filter(({ id }) => isAsked(id))
  const reported: readonly PostFindings[] = wanted.map(({ id, findings }) => ({
    id: shown(id),
    findings: findings.filter(isReported),
  }))
  writeFindings(options.format, reported, terminal)
  const counts = options.severity === 'hint' ? isReported : ({ severity }: Finding) => severity !== 'hint'
  return problems.length > 0 || reported.some(({ findings }) => findings.some(counts)) ? 1 : 0
}

/** Requests the linked pages of other sites. */
const checkLinks = async (posts: readonly PostRecord[], { err, signal, askPage }: Terminal) => {
  const { ExternalLinks } = await import('../library/checks/external/external-links')
  let told = 0
  const links = new ExternalLinks({
    onProgress: ({ done, total, finished }) => {
      if (!finished && Date.now() - told < progressMs) return
      told = Date.now()
      err(t('checks.checkingSites', { done, total }))
    },
    ...(askPage && { ask: askPage }),
  })
  const stop = () => links.stop()
  signal?.addEventListener('abort', stop)
  try {
    await links.check(posts)
    return new Map(posts.map((post) => [post.id, links.findings(post)]))
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** Milliseconds between two lines about progress. */
const progressMs = 2000

/** Starts what reads many posts: this thread and, beside it, one for each other processor. */
export const startThreads = async (): Promise<StartRecordReader> => {
  // Other commands and small sites need no threads.
  const { recordThreads } = await import('../library/checks/record-threads')
  return (setup) => ({ ...recordThreads(1)(setup), readHere: startRecordReaderHere(setup).read })
}

interface Asked {
  readonly format: CheckFormat
  readonly severity: FindingSeverity | null
  readonly external: boolean
  readonly paths: readonly string[]
}

const optionsOf = (args: readonly string[]): Asked => {
  const { switches, values, rest } = readCommandLine(args, {
    json: { type: 'boolean' },
    format: { type: 'string' },
    severity: { type: 'string' },
    external: { type: 'boolean' },
  })
  const format = values.get('format') ?? (switches.has('json') ? 'json' : 'text')
  const severity = values.get('severity') ?? null
  return {
    format: oneOf(formats, format, '--format'),
    severity: severity === null ? null : oneOf(severities, severity, '--severity'),
    external: switches.has('external'),
    paths: rest.length === 0 ? ['.'] : rest,
  }
}

/** The value of an option if it is one of `known`; throws a UsageError otherwise. */
export const oneOf = <T extends string>(known: readonly T[], value: string, name: string): T => {
  const found = known.find((one) => one === value)
  if (found === undefined)
    throw new UsageError(t('cli.optionValues', { name, values: known.join(', '), value }))
  return found
}

const isWanted = (post: string, paths: readonly string[], cwd: string): boolean =>
  paths.some((path) => {
    const options = resolve(cwd, path)
    return post === options || post.startsWith(options + sep) || options === resolve('/')
  })

const pathFrom = (cwd: string, path: string): string => relative(cwd, path).split(sep).join('/')
