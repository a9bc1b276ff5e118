import { isRecord } from '../base/is-record'

/** The data of a configuration file. */
export type Values = Readonly<Record<string, unknown>>

/** Longer data is not read. In UTF-16 units. */
const longest = 500_000
const deepest = 40

/** The data of a YAML, TOML or JSON file by its extension; null where it is not one, too long, or no map. */
export const readData = async (text: string, extension: string): Promise<Values | null> => {
  if (text.length > longest) return null
  try {
    if (extension === 'json') return asValues(JSON.parse(text))
    if (extension === 'toml') {
      const { parseTOML, getStaticTOMLValue } = await import('toml-eslint-parser')
      return asValues(getStaticTOMLValue(parseTOML(text)))
    }
    if (extension === 'yml' || extension === 'yaml') {
      const { parse } = await import('yaml')
      return asValues(parse(text, { maxAliasCount: 50, logLevel: 'silent', merge: true }))
    }
    return null
  } catch {
    // One that cannot be read changes nothing: its generator is the one to complain about it.
    return null
  }
}

const asValues = (value: unknown): Values | null => (isRecord(value) ? value : null)

/** The same with every key in lower case, for generators that do not tell `baseURL` from `baseurl`. */
export const caseless = (values: Values, depth = 0): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key.toLowerCase(), caselessInside(value, depth + 1)]),
  )

const caselessInside = (value: unknown, depth: number): unknown => {
  if (depth > deepest) return undefined
  if (Array.isArray(value)) return value.map((one) => caselessInside(one, depth + 1))
  const values = value instanceof Date ? null : asValues(value)
  return values === null ? value : caseless(values, depth)
}
