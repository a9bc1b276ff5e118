import { expect } from 'vitest'
import { detectSite } from '../../electron/site/detect-site'
import { tempSite } from './temp-site'

type Files = Readonly<Record<string, string>>

export const post = '---\ntitle: A\ndate: 2024-01-01\n---\n\nText.\n'

/** A package.json with these dependencies. */
export const using = (...names: readonly string[]): string =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '^5.0.0'])) })

/** The markdown options of a site with these files. */
export const markdownOf = async (files: Files) => {
  const site = await tempSite(files)
  try {
    return (await detectSite(site.root)).markdown ?? {}
  } finally {
    await site.remove()
  }
}

/** A site, the features expected of it, and the sources of some. */
export type Row = readonly [
  what: string,
  files: Files,
  features: Readonly<Record<string, unknown>>,
  sources?: Files,
]

/** Expects the features and sources of a row. */
export const expectFeatures = async ([, files, expected, sources = {}]: Row): Promise<void> => {
  const { features, sources: said } = await markdownOf(files)
  const found: Readonly<Record<string, unknown>> = features ?? {}
  expect(Object.fromEntries(Object.keys(expected).map((key) => [key, found[key]]))).toEqual(expected)
  expect(said).toMatchObject(sources)
}
