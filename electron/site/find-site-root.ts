import { access, readdir, readFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { generators } from '../../shared/generators/generators'
import type { GeneratorId } from '../../shared/generators/shape/generator-id'
import { filePart } from '../../shared/site/post-path'

export interface SiteRoot {
  readonly folder: string
  readonly profile: GeneratorId
  /** The folder that was asked for, where it lies elsewhere than its path says. */
  readonly start?: string
  /** No generator's site, but a package or a repository, in which one may lie. */
  readonly isRepository?: boolean
}

const highest = 12
const usualNames = /^(?:_?posts?|_?drafts|blogs?|articles|content|notes|pages)$/i
const servedNames = ['public', 'static', 'assets', 'images']

/**
 * The nearest folder, from `start` upwards, that a generator would call its site. Where there is none: the
 * folder around a package or repository, else a folder that keeps images beside its posts, else `start`.
 */
export const findSiteRoot = async (start: string): Promise<SiteRoot> => {
  const bounds = new Set([homedir(), tmpdir(), '/tmp', '/private/tmp', '/var/tmp'])
  let around: string | null = null
  let folder = start
  for (let level = 0; level < highest; level += 1) {
    const tooHigh = folder === dirname(folder) || bounds.has(folder)
    // Opened themselves, these are as good as any folder; around another they would lay bare too much.
    if (tooHigh && folder !== start) break
    const names = await namesIn(folder)
    const profile = await profileAt(folder, names)
    if (profile !== null) return { folder, profile }
    if (around === null && !tooHigh && (names.has('package.json') || names.has('.git'))) around = folder
    if (tooHigh) break
    folder = dirname(folder)
  }
  if (around !== null) return { folder: around, profile: 'plain', isRepository: true }
  return { folder: await besideImages(start, bounds), profile: 'plain' }
}

const profileAt = async (folder: string, names: ReadonlySet<string>): Promise<GeneratorId | null> => {
  const packages = names.has('package.json')
    ? await packagesOf(join(folder, 'package.json'))
    : new Set<string>()
  const isThere = async (marker: string): Promise<boolean> => {
    if (marker.startsWith('package:')) return packages.has(marker.slice('package:'.length))
    if (!names.has(marker.split('/', 1)[0] ?? '')) return false
    return !marker.includes('/') || (await exists(join(folder, marker)))
  }
  for (const { id, markers } of generators) {
    for (const all of markers) {
      let there = true
      for (const marker of all) there = there && (await isThere(marker))
      if (there) return id
    }
  }
  return null
}

const besideImages = async (start: string, bounds: ReadonlySet<string>): Promise<string> => {
  const above = dirname(start)
  if (above === start || bounds.has(above) || bounds.has(start) || !usualNames.test(filePart(start)))
    return start
  const names = await namesIn(above)
  return servedNames.some((name) => names.has(name)) ? above : start
}

// A folder above that may not be listed is no site that could be opened.
const namesIn = async (folder: string): Promise<ReadonlySet<string>> =>
  new Set(await readdir(folder).catch(() => []))

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The packages a site asks for; none where there is no package.json that can be read. */
export const packagesOf = async (path: string): Promise<ReadonlySet<string>> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, unknown>
    return new Set([dependencies, devDependencies].flatMap((map) => Object.keys(Object(map ?? {}))))
  } catch {
    return new Set()
  }
}
