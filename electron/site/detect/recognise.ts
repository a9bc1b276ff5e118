import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { itemAt } from '../../../shared/base/item-at'
import { generators } from '../../../shared/generators/generators'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import type { Sign } from '../../../shared/generators/shape/signs'
import { readSmallFile } from '../../disk/read-small'
import { packagesOf } from './packages-of'

/** A generator for which a folder has evidence. */
export interface Recognised {
  readonly generator: GeneratorId
  /** The total weight of the evidence. */
  readonly weight: number
  /** The evidence, in the order of its weight. */
  readonly found: readonly Sign[]
}

/** The generators for which a folder has evidence, the likeliest first; empty if it cannot be listed. */
export const recognise = async (folder: string): Promise<readonly Recognised[]> => {
  const names = new Set(await readdir(folder).catch(() => []))
  const packages = names.has('package.json') ? await packagesOf(join(folder, 'package.json')) : new Set()
  const isThere = async (path: string): Promise<boolean> => {
    if (path.startsWith('package:')) return packages.has(path.slice('package:'.length))
    if (!names.has(itemAt(path.split('/', 1), 0))) return false
    return !path.includes('/') || (await exists(join(folder, path)))
  }
  const isSeen = async ({ all, text }: Sign): Promise<boolean> => {
    for (const path of all) if (!(await isThere(path))) return false
    return text === undefined || text.test(await textOf(join(folder, all[0] ?? '')))
  }
  const recognised: Recognised[] = []
  for (const { id, signs } of generators) {
    const found: Sign[] = []
    for (const sign of signs) if (await isSeen(sign)) found.push(sign)
    if (found.length > 0)
      recognised.push({
        generator: id,
        weight: found.reduce((sum, { weight }) => sum + weight, 0),
        found: found.toSorted((a, b) => b.weight - a.weight),
      })
  }
  return recognised.sort((a, b) => b.weight - a.weight)
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

// An unreadable file is no evidence.
const textOf = (path: string): Promise<string> =>
  readSmallFile(path).then(
    (text) => text ?? '',
    () => '',
  )
