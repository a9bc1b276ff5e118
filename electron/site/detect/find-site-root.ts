import { readdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname } from 'node:path'
import type { CustomGenerator } from '../../../shared/generators/shape/custom'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { certain } from '../../../shared/generators/shape/signs'
import { filePart } from '../../../shared/site/post-path'
import type { SaidBy, SiteChoice } from '../../../shared/site/site-info'
import { readPreferences } from './preferences'
import { type Recognised, recognise } from './recognise'

/** The user's choices for sites, by absolute path. */
export type SiteChoices = Readonly<Record<string, SiteChoice>>

export interface SiteRoot {
  readonly folder: string
  readonly profile: GeneratorId
  readonly saidBy: SaidBy
  /** The evidence for the generator. */
  readonly recognised?: Recognised
  /** The site's own generator described in `postwright.json`, if any. */
  readonly custom?: Exclude<CustomGenerator, string>
  /** The opened folder, if its real path differs. */
  readonly start?: string
  /** A package or repository without a certain generator, which may contain a site. */
  readonly isRepository?: boolean
}

const highest = 12
const usualNames = /^(?:_?posts?|_?drafts|blogs?|articles|content|notes|pages)$/i
const servedNames = ['public', 'static', 'assets', 'images']

/**
 * The nearest folder, from `start` upwards, that a generator would build; otherwise the nearest that looks like one,
 * then a package or repository, then a folder with images beside its posts, then `start`. The user's choice and
 * `postwright.json` take precedence.
 */
export const findSiteRoot = async (start: string, choices: SiteChoices = {}): Promise<SiteRoot> => {
  const bounds = new Set([homedir(), tmpdir(), '/tmp', '/private/tmp', '/var/tmp'])
  let around: string | null = null
  let likely: SiteRoot | null = null
  let folder = start
  for (let level = 0; level < highest; level += 1) {
    const tooHigh = folder === dirname(folder) || bounds.has(folder)
    // These can be opened themselves, but as the root of another folder they would expose too much.
    if (tooHigh && folder !== start) break
    const names = await namesIn(folder)
    const root = await rootAt(folder, names, choices)
    if (root !== null && isCertain(root)) return bounds.has(dirname(folder)) ? root : outermost(root, choices)
    likely ??= root
    const isProject = ['package.json', '.git', 'postwright.json'].some((name) => names.has(name))
    if (around === null && !tooHigh && isProject) around = folder
    if (tooHigh) break
    folder = dirname(folder)
  }
  if (likely !== null) return { ...likely, isRepository: around !== null }
  if (around !== null) return { folder: around, profile: 'plain', saidBy: 'found', isRepository: true }
  return { folder: await besideImages(start, bounds), profile: 'plain', saidBy: 'found' }
}

/** The site at a folder, by choice, setting or detection; null if there is no evidence. */
export const rootAt = async (
  folder: string,
  names: ReadonlySet<string>,
  choices: SiteChoices,
): Promise<SiteRoot | null> => {
  const recognised = await recognise(folder)
  const [best] = recognised
  const evidence = (profile: GeneratorId) => {
    const own = recognised.find(({ generator }) => generator === profile)
    return own === undefined ? {} : { recognised: own }
  }
  const chosen = Object.hasOwn(choices, folder) ? choices[folder]?.generator : undefined
  if (chosen !== undefined) return { folder, profile: chosen, saidBy: 'chosen', ...evidence(chosen) }
  const said = names.has('postwright.json') ? (await readPreferences(folder)).generator : undefined
  if (said !== undefined) {
    const profile = typeof said === 'string' ? said : said.like
    const custom = typeof said === 'string' ? {} : { custom: said }
    return { folder, profile, saidBy: 'postwright.json', ...custom, ...evidence(profile) }
  }
  return best === undefined ? null : { folder, profile: best.generator, saidBy: 'found', recognised: best }
}

/** Whether a generator would certainly build the folder, or a choice or setting says so. */
export const isCertain = ({ saidBy, recognised }: SiteRoot): boolean =>
  saidBy !== 'found' || (recognised?.weight ?? 0) >= certain

// `docs/.vitepress` is the configuration of a site whose package is the folder around `docs`.
const outermost = async (root: SiteRoot, choices: SiteChoices): Promise<SiteRoot> => {
  const above = dirname(root.folder)
  const inside = `${filePart(root.folder)}/`
  const same = (await recognise(above)).find(({ generator }) => generator === root.profile)
  return same?.found.some(({ all }) => all.some((path) => path.startsWith(inside)))
    ? ((await rootAt(above, await namesIn(above), choices)) ?? root)
    : root
}

const besideImages = async (start: string, bounds: ReadonlySet<string>): Promise<string> => {
  const above = dirname(start)
  if (above === start || bounds.has(above) || bounds.has(start) || !usualNames.test(filePart(start)))
    return start
  const names = await namesIn(above)
  return servedNames.some((name) => names.has(name)) ? above : start
}

// A parent folder that cannot be listed cannot be opened as a site.
const namesIn = async (folder: string): Promise<ReadonlySet<string>> =>
  new Set(await readdir(folder).catch(() => []))
