import type { Values } from '../../configuration/read-data'
import type { AddressSettings, ContentFolder } from '../shape/address-settings'
import { folderInside, mapOf, mapsOf, textOf } from '../shape/configured-values'

/** The address settings of a Hugo configuration whose keys are in lower case. */
export const hugoAddresses = (values: Values): AddressSettings => {
  const languages = mapOf(values, 'languages')
  const names = Object.keys(languages).filter((name) => mapOf(languages, name).disabled !== true)
  const fallback = textOf(values, 'defaultcontentlanguage') ?? undefined
  const permalinks = patternsOf(mapOf(values, 'permalinks'))
  return {
    content: contentOf(values, languages, names),
    ...(Object.keys(permalinks).length > 0 && { permalinks }),
    ...(names.length > 0 && { languages: names, defaultLanguage: fallback ?? firstOf(languages, names) }),
    ...(values.defaultcontentlanguageinsubdir === true && { defaultInFolder: true }),
    ...(values.uglyurls === true && { uglyUrls: true }),
    ...(values.disablepathtolower === true && { keepCase: true }),
  }
}

const contentOf = (values: Values, languages: Values, names: readonly string[]): readonly ContentFolder[] => {
  const found = new Map<string, ContentFolder>()
  const add = (written: string | null, language: string | null) => {
    const folder = folderInside(written)
    if (folder !== null && !found.has(folder))
      found.set(folder, language === null ? { folder } : { folder, language })
  }
  for (const name of names) add(textOf(mapOf(languages, name), 'contentdir'), name)
  for (const mount of mapsOf(mapOf(values, 'module').mounts))
    if (textOf(mount, 'target') === 'content') add(textOf(mount, 'source'), textOf(mount, 'lang'))
  add(textOf(values, 'contentdir') ?? 'content', null)
  return [...found.values()]
}

/** The default without `defaultContentLanguage`: English if the site has it, else the lowest weight. */
const firstOf = (languages: Values, names: readonly string[]): string => {
  const weight = (name: string) => Number(mapOf(languages, name).weight ?? Number.MAX_SAFE_INTEGER)
  return names.includes('en') ? 'en' : (names.toSorted((a, b) => weight(a) - weight(b))[0] ?? 'en')
}

// Keys are sections; since Hugo 0.115 they may also be below a kind of page, such as `page`.
const patternsOf = (found: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...found, ...mapOf(found, 'page') }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
