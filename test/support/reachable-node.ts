import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, linkSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** The files beside Electron's binary that it needs to run as Node. */
const runtimeFiles = /^icudtl\.dat$|\.bin$|\.so(\.\d+)?$/

/**
 * A Node that can be run by another program, such as one that changes the user: this Node, or a copy in a
 * temporary folder if other users have no access to the folder of the clone. Throws if neither runs.
 */
export const nodeFor = (under: readonly string[]): string => {
  if (under.length === 0 || runs(under, process.execPath)) return process.execPath
  copied ??= copyNode()
  if (runs(under, copied)) return copied
  throw new Error(
    `Node at ${process.execPath} cannot be run by ${under.join(' ')}, nor can its copy ${copied}.`,
  )
}

let copied: string | undefined

afterAll(() => {
  if (copied) rmSync(dirname(copied), { recursive: true, force: true })
  copied = undefined
})

const runs = (under: readonly string[], node: string): boolean => {
  const [command = node, ...args] = [...under, node, '-e', '0']
  return spawnSync(command, args, { stdio: 'ignore', env: { ELECTRON_RUN_AS_NODE: '1' } }).status === 0
}

const copyNode = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'postwright-node-'))
  chmodSync(folder, 0o755)
  const from = dirname(process.execPath)
  const binary = basename(process.execPath)
  for (const name of readdirSync(from))
    if (name === binary || runtimeFiles.test(name)) linkOrCopy(join(from, name), join(folder, name))
  return join(folder, binary)
}

/** Makes a hard link, which is cheap, or a copy if the target is on another disk. */
const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
