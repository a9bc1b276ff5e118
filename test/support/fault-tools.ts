import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { nodeFor } from './reachable-node'

/** Whether this is the long run, which tries more cases; the short one is part of `npm test`. */
export const long = process.env.POSTWRIGHT_LONG === '1'

const root = resolve(import.meta.dirname, '../..')

/** Returns whether a test is possible; if not, prints that it is skipped. */
export const can = (what: string, possible: boolean): boolean => {
  if (!possible) console.log(`Skipped: ${what} is not possible here.`)
  return possible
}

const works = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

export const isRoot = process.platform === 'linux' && process.getuid?.() === 0
export const hasStrace = process.platform === 'linux' && works('strace', ['-o', '/dev/null', 'true'])

/** The id of an unprivileged user, and the command that runs a program as that user. */
export const nobody = 65_534
export const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']

/** Whether programs can be run as that user, which needs root. */
export const hasOtherUser = isRoot && works('setpriv', [...asNobody.slice(1), 'true'])

/** Mounts a small in-memory disk. Returns a function that unmounts it; null if mounting is not allowed. */
export const mountSmallDisk = (at: string, bytes: number): (() => void) | null => {
  mkdirSync(at, { recursive: true })
  if (!isRoot || !works('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', at])) return null
  return () => execFileSync('umount', ['-l', at])
}

/** Remounts the disk at `at` with other options. */
export const remount = (at: string, options: string): void => {
  execFileSync('mount', ['-o', `remount,${options}`, at])
}

/** Bundles a module as a script for a separate process; the packages in `outside` are not bundled. */
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
 * Runs a script with this Node, under another program if given, and collects the lines it prints. All its
 * disk calls come from one thread, so that they can be counted.
 */
export const runScript = (
  script: string,
  args: readonly string[],
  under: readonly string[] = [],
): Running => {
  // Another user may be unable to run this Node. strace always runs it, as its faults may stop any Node.
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
