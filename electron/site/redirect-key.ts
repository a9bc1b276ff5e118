import { join } from 'node:path'
import type { Generator } from '../../shared/generators/shape/generator'
import { readSmallFile } from '../disk/read-small'
import { packagesOf } from './detect/packages-of'

/** The head key for former addresses; undefined if the site does not support one. */
export const redirectKeyOf = async (
  site: string,
  { redirects }: Pick<Generator, 'redirects'>,
): Promise<string | undefined> => {
  if (redirects === undefined) return undefined
  const { key, packages } = redirects
  if (packages.length === 0) return key
  const installed = await packagesOf(join(site, 'package.json'))
  if (packages.some((name) => installed.has(name))) return key
  const gems = await gemsOf(join(site, 'Gemfile'))
  return packages.some((name) => gems.has(name)) ? key : undefined
}

const gemsOf = async (path: string): Promise<ReadonlySet<string>> => {
  const text = (await readSmallFile(path).catch(() => null)) ?? '' // an unreadable file counts as missing
  return new Set(Array.from(text.matchAll(/^[ \t]*gem[ \t(]+['"]([\w-]+)['"]/gm), ([, name = '']) => name))
}
