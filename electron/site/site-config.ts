import { join } from 'node:path'
import type { ConfiguredSite, Values } from '../../shared/generators/shape/configured-values'
import type { Generator } from '../../shared/generators/shape/generator'
import { extensionOf } from '../../shared/site/post-path'
import { readSmallFile } from '../disk/read-small'

/** Reads what the site's configuration says about its folders and address; code in it is read, never run. */
export const readSiteConfig = async (root: string, { configuration }: Generator): Promise<ConfiguredSite> => {
  for (const name of configuration?.files ?? []) {
    const path = join(root, name)
    const text = await readSmallFile(path).catch(() => null) // the next name is tried
    if (text === null) continue
    const values = await valuesOf(text, extensionOf(name))
    return values === null ? {} : (configuration?.read(values, text) ?? {})
  }
  return {}
}

/** A configuration that cannot be read changes nothing: its generator is the one to complain about it. */
const valuesOf = async (text: string, extension: string): Promise<Values | null> => {
  try {
    if (extension === 'json') return asValues(JSON.parse(text))
    if (extension === 'toml') {
      const { parseTOML, getStaticTOMLValue } = await import('toml-eslint-parser')
      return asValues(getStaticTOMLValue(parseTOML(text)))
    }
    if (extension === 'yml' || extension === 'yaml') {
      const { parse } = await import('yaml')
      return asValues(parse(text, { maxAliasCount: 50, logLevel: 'silent' }))
    }
    return {}
  } catch {
    return null
  }
}

const asValues = (value: unknown): Values | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : null
