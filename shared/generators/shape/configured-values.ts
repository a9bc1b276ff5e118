import { isRecord } from '../../base/is-record'
import type { Values } from '../../configuration/read-data'
import type { DraftKeys } from '../../front-matter/values/draft-keys'
import type { AddressSettings } from './address-settings'

/** What a site's own configuration changes in its generator's habits. */
export interface ConfiguredSite {
  readonly postsFolders?: readonly string[]
  readonly publicFolders?: readonly string[]
  /** Searched for images before the generator's own folders. */
  readonly imageFolders?: readonly string[]
  /** Images are in a folder with the name of the post's file. */
  readonly assetFolders?: boolean
  readonly basePath?: string
  readonly address?: string
  readonly language?: string
  /** The port of its development server. */
  readonly serverPort?: number
  /** Changes to how drafts are marked. */
  readonly head?: Partial<DraftKeys>
  /** What it says about the addresses of pages. */
  readonly addresses?: AddressSettings
}

/** The text at the first of the keys that has one; null if none has. */
export const textOf = (values: Values, ...keys: readonly string[]): string | null => {
  const value = keys
    .map((key) => values[key])
    .find((found) => typeof found === 'string' && found.trim() !== '')
  return typeof value === 'string' ? value.trim() : null
}

/** The texts of a list, or a single text as a list. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')

/** The port at a key; undefined if there is none. */
export const portAt = (values: Values, key: string): number | undefined => {
  const value = Number(values[key])
  return Number.isInteger(value) && value > 0 && value < 65_536 ? value : undefined
}

/** A configured folder as a plain path, `.` for the site itself; null if it is outside the site. */
export const folderInside = (written: string | null): string | null => {
  const parts = (written ?? '').split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  if (written === null || parts.includes('..') || /^[\\/]|^[a-z]:/i.test(written)) return null
  return parts.join('/') || '.'
}

/** Folders joined to a path; `.` if it would be empty. */
export const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '' && part !== '.').join('/') || '.'

/** A base path as `/a/b`, empty for the top. */
export const basePathOf = (written: string): string => {
  const path = written.replace(/^\/*|\/+$/g, '')
  return path === '' || path === '.' ? '' : `/${path}`
}

/** Address and base path from the full address of a site. */
export const whereaboutsOf = (written: string | null): Pick<ConfiguredSite, 'address' | 'basePath'> => {
  if (written === null || !URL.canParse(written)) return {}
  const url = new URL(written)
  return /^https?:$/.test(url.protocol) ? { address: url.origin, basePath: basePathOf(url.pathname) } : {}
}

/** The settings of a site without the undefined ones. */
export const configured = (
  site: {
    [K in keyof ConfiguredSite]: ConfiguredSite[K] | undefined
  },
): ConfiguredSite => Object.fromEntries(Object.entries(site).filter(([, value]) => value !== undefined))

/** The map at a key; empty if there is none. */
export const mapOf = (values: Values, key: string): Values => {
  const value = values[key]
  return isRecord(value) ? value : {}
}

/** The maps of a list. */
export const mapsOf = (value: unknown): readonly Values[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'object' && item !== null)

/** Folders with the usual `names` of posts folders in each of `folders`, then the folders themselves. */
export const postsBelow = (folders: readonly string[], names = usualPostsNames): readonly string[] => [
  ...folders.flatMap((folder) => names.map((name) => joined(folder, name))),
  ...folders,
]
const usualPostsNames: readonly string[] = ['posts', 'post', 'blog', 'articles']
