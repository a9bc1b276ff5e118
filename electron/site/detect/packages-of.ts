import { dirname, join } from 'node:path'
import { isRecord } from '../../../shared/base/is-record'
import { readSmallFile } from '../../disk/read-small'

const maxParents = 4
const maxInstalled = 20

/** The dependencies of a site with their version ranges; empty without a readable package.json. */
export const packagesOf = async (path: string): Promise<ReadonlyMap<string, string>> =>
  new Map(listedIn(await packageAt(path)))

/**
 * The dependencies of a site and those of the workspace around it, which its code can import as well. A range that
 * names no version (`latest`, `catalog:`) is replaced by the installed version, if there is one.
 */
export const packagesWithWorkspace = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const own = new Map(await packagesOf(join(root, 'package.json')))
  const open = [...own].filter(([, version]) => !/\d/.test(version)).slice(0, maxInstalled)
  const installed = await Promise.all(
    open.map(([name]) => packageAt(join(root, 'node_modules', name, 'package.json'))),
  )
  open.forEach(([name], index) => {
    const version = installed[index]?.version
    if (typeof version === 'string') own.set(name, version)
  })
  let folder = root
  for (let up = 0; up < maxParents && dirname(folder) !== folder; up += 1) {
    folder = dirname(folder)
    const around = await packageAt(join(folder, 'package.json'))
    if (around.workspaces !== undefined) return new Map([...listedIn(around), ...own])
  }
  return own
}

const packageAt = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
  const text = (await readSmallFile(path).catch(() => null)) ?? '' // an unreadable file counts as missing
  try {
    const data: unknown = JSON.parse(text)
    return isRecord(data) ? data : {}
  } catch {
    return {}
  }
}

const listedIn = ({
  dependencies,
  devDependencies,
}: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] =>
  [devDependencies, dependencies]
    .flatMap((map) => Object.entries(Object(map ?? {})))
    .map(([name, version]) => [name, String(version)] as const)
