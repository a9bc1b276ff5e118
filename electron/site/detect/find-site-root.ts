import { readdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname } from 'node:path'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { certain } from '../../../shared/generators/shape/signs'
import { filePart } from '../../../shared/site/post-path'
import { type Recognised, recognise } from './recognise'

export interface SiteRoot {
  readonly folder: string
  readonly profile: GeneratorId
  /** What speaks for the generator. */
  readonly recognised?: Recognised
  /** The folder that was asked for, where it lies elsewhere than its path says. */
  readonly start?: string
  /** A package or a repository without a generator that is certain: one may lie deeper. */
  readonly isRepository?: boolean
}

const highest = 12
const usualNames = /^(?:_?posts?|_?drafts|blogs?|articles|content|notes|pages)$/i
const servedNames = ['public', 'static', 'assets', 'images']

/**
 * The nearest folder, from `start` upwards, that a generator would build; without one, the nearest that looks like
 * it. Where there is neither: the folder around a package or repository, else a folder that keeps images beside its
 * posts, else `start`.
 */
export const findSiteRoot = async (start: string): Promise<SiteRoot> => {
  const bounds = new Set([homedir(), tmpdir(), '/tmp', '/private/tmp', '/var/tmp'])
  let around: string | null = null
  let likely: SiteRoot | null = null
  let folder = start
  for (let level = 0; level < highest; level += 1) {
    const tooHigh = folder === dirname(folder) || bounds.has(folder)
    // Opened themselves, these are as good as any folder; around another they would lay bare too much.
    if (tooHigh && folder !== start) break
    const [best] = await recognise(folder)
    if (best !== undefined) {
      const root = { folder, profile: best.generator, recognised: best }
      if (best.weight >= certain) return bounds.has(dirname(folder)) ? root : outermost(root)
      likely ??= root
    }
    const names = await namesIn(folder)
    if (around === null && !tooHigh && (names.has('package.json') || names.has('.git'))) around = folder
    if (tooHigh) break
    folder = dirname(folder)
  }
  if (likely !== null) return { ...likely, isRepository: around !== null }
  if (around !== null) return { folder: around, profile: 'plain', isRepository: true }
  return { folder: await besideImages(start, bounds), profile: 'plain' }
}

// `docs/.vitepress` is the configuration of a site whose package is the folder around `docs`.
const outermost = async (root: SiteRoot): Promise<SiteRoot> => {
  const above = dirname(root.folder)
  const inside = `${filePart(root.folder)}/`
  const same = (await recognise(above)).find(({ generator }) => generator === root.profile)
  return same?.found.some(({ all }) => all.some((path) => path.startsWith(inside)))
    ? { folder: above, profile: root.profile, recognised: same }
    : root
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
