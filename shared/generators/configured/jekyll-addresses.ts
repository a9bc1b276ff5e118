import type { Values } from '../../configuration/read-data'
import type { AddressSettings } from '../shape/address-settings'
import { mapOf, mapsOf, textOf, textsOf } from '../shape/configured-values'

/** What a Jekyll configuration says about addresses. */
export const jekyllAddresses = (values: Values): AddressSettings => {
  const permalink = textOf(values, 'permalink')
  const collections = mapOf(values, 'collections')
  const names = Object.keys(collections)
  const patterns = names.flatMap((name) => {
    const pattern = textOf(mapOf(collections, name), 'permalink')
    return pattern === null ? [] : [[name, pattern] as const]
  })
  const plugins = [...textsOf(values.plugins), ...textsOf(values.gems)]
  return {
    permalinks: Object.fromEntries(permalink === null ? patterns : [['', permalink], ...patterns]),
    collections: names.filter((name) => mapOf(collections, name).output === true),
    defaults: mapsOf(values.defaults).flatMap(defaultOf),
    ...(plugins.includes('jekyll-redirect-from') && { redirectKey: 'redirect_from' }),
  }
}

const defaultOf = (value: Values) => {
  const permalink = textOf(mapOf(value, 'values'), 'permalink')
  const scope = mapOf(value, 'scope')
  const path = (textOf(scope, 'path') ?? '').replace(/^\/|\/$/g, '')
  return permalink === null ? [] : [{ path, type: textOf(scope, 'type') ?? '', permalink }]
}
