import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { nodeFor } from './reachable-node'

/** The long run tries more moments; the short one is part of `npm test`. */
export const long = process.env.POSTWRIGHT_LONG === '1'

const root = resolve(import.meta.dirname, '../..')

/** Says on the terminal why a test did not run, and answers whether it can. */
export const can = (what: string, possible: boolean): boolean => {
  if (!possible) console.log(`Skipped: ${what} is not possible here.`)
  return possible
}

const works = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

export const isRoot = process.platform === 'linux' && process.getuid?.() === 0
export const hasStrace = process.platform === 'linux' && works('strace', ['-o', '/dev/null', 'true'])

/** A user without rights of its own, and what runs a program as that user. */
export const nobody = 65_534
export const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']

/** Whether a program can be run as that user: not without root, and not where no Node can be put within its reach. */
export const hasOtherUser = isRoot && works('setpriv', [...asNobody.slice(1), 'true'])

/** Makes a small disk of its own in memory; the answer takes it away. Null where mounting is not allowed. */
export const mountSmallDisk = (at: string, bytes: number): (() => void) | null => {
  mkdirSync(at, { recursive: true })
  if (!isRoot || !works('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', at])) return null
  return () => execFileSync('umount', ['-l', at])
}

/** Mounts what is mounted at `at` again, with other options. */
export const remount = (at: string, options: string): void => {
  execFileSync('mount', ['-o', `remount,${options}`, at])
}

/** One of our modules as a plain script, to be run by a process of its own; `outside` are packages it finds itself. */
export const bundle = async (
  entry: string,
  folder: string,
  outside: readonly string[] = [],
): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      ssr: resolve(root, entry),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { external: [...outside], output: { entryFileNames: 'script.mjs' } },
    },
    ssr: { noExternal: true },
  })
  return join(folder, 'script.mjs')
}

export interface Answer {
  readonly kind: string
  readonly count?: number
  readonly reason?: string
  readonly message?: string
}

export interface Running {
  readonly child: ChildProcess
  readonly answers: Answer[]
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}

/**
 * Runs a script with this Node, under another program where one is named, and gathers the lines it tells. Its calls
 * to the disk all come from one thread, so that they can be counted.
 */
export const runScript = (
  script: string,
  args: readonly string[],
  under: readonly string[] = [],
): Running => {
  // Only another user may be kept from this Node; faults may keep any from starting, which is then what is tried.
  const node = under[0] === 'strace' ? process.execPath : nodeFor(under)
  const [command = node, ...before] = [...under, node]
  const child = spawn(command, [...before, script, ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', UV_THREADPOOL_SIZE: '1' },
  })
  const answers: Answer[] = []
  let rest = ''
  let errors = ''
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) answers.push(JSON.parse(line) as Answer)
  })
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString()
  })
  const ended = new Promise<{ code: number | null; errors: string }>((done) =>
    child.once('close', (code) => done({ code, errors })),
  )
  return { child, answers, ended }
}
