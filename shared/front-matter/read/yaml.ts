import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  load,
  mergeTag,
  YAMLException,
} from 'js-yaml'
import { t } from '../../texts/translate'
import { HeadError } from './head-error'
import { causeOf } from './yaml-cause'

// Dates stay text: a plain date read as a Date loses its written form and its zone.
// Custom tags (`!mine`) are ignored; their value is shown as it is.
const schema = CORE_SCHEMA.withTags(mergeTag, [
  defineScalarTag('!', { matchByTagPrefix: true, resolve: (source) => source, identify: () => false }),
  defineSequenceTag<unknown[]>('!', {
    matchByTagPrefix: true,
    create: () => [],
    addItem: (items, item) => {
      items.push(item)
    },
    identify: () => false,
  }),
  defineMappingTag<Record<string, unknown>>('!', {
    matchByTagPrefix: true,
    create: () => ({}),
    addPair: (map, key, value) => {
      Object.defineProperty(map, String(key), { value, enumerable: true, configurable: true, writable: true })
      return ''
    },
    has: (map, key) => Object.hasOwn(map, String(key)),
    keys: (map) => Object.keys(map),
    get: (map, key) => map[String(key)],
    identify: () => false,
  }),
])

const nothing = /^(?:[ \t]*(?:#.*)?(?:\n|$))*$/

/** Reads YAML as gray-matter's users do, but with dates as text. Throws HeadError. */
export const readYaml = (content: string): unknown => {
  if (nothing.test(content)) return {}
  try {
    return load(content, { schema, ...limits })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const patient = error.reason === underIndented ? readUnderIndented(content, error) : null
    if (patient) return patient.value
    const line = error.mark?.line ?? 0
    const cause = ownCause.test(error.reason) ? null : causeOf(content, line)
    throw new HeadError(
      cause?.message ?? inWords(error.reason, content, error.mark?.position ?? 0),
      cause?.line ?? line,
    )
  }
}

/** Errors for which the parser's own message and line are reliable. */
const ownCause =
  /^(?:duplicated mapping key|tab characters|null byte|the stream contains|unidentified alias|expected a single)/

const limits = { maxAliases: 1000, maxTotalMergeKeys: 1000 }
const underIndented = 'deficient indentation'
const maxPatience = 40

// The YAML parsers of most generators accept a `]` or the next line of a quoted text without indentation, and
// posts rely on that. A space before such a line changes no value, so one is added line by line.
const readUnderIndented = (content: string, first: YAMLException): { value: unknown } | null => {
  const lines = content.split('\n')
  let error = first
  for (let tries = 0; tries < maxPatience; tries++) {
    const line = error.mark?.line ?? 0
    if (error.reason !== underIndented || lines[line] === undefined) return null
    lines[line] = ` ${lines[line]}`
    try {
      return { value: load(lines.join('\n'), { schema, ...limits }) }
    } catch (next) {
      if (!(next instanceof YAMLException)) throw next
      error = next
    }
  }
  return null
}

const inWords = (reason: string, content: string, position: number): string => {
  if (reason.startsWith('duplicated mapping key')) {
    const key = /^[^\n:]*(?=:)/.exec(content.slice(position))?.[0].trim() ?? ''
    return t('form.keyTwice', { key })
  }
  const known = meanings.find(([start]) => reason.startsWith(start))
  return known ? known[1] : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
}

const meanings: readonly (readonly [string, string])[] = [
  ['tab characters', t('form.tabs')],
  ['bad indentation of a mapping entry', t('form.needsQuotes')],
  ['bad indentation of a sequence entry', t('form.badIndent')],
  ["expected ':' after a mapping key", t('form.notField')],
  ['deficient indentation', t('form.openQuoteOrBracket')],
  ['unexpected end of the stream within', t('form.openQuoteOrBracket')],
  ['object-based map does not support complex keys', t('form.bracesGroup')],
  ['the stream contains non-printable', t('form.controlCharacter')],
  ['null byte', t('form.controlCharacter')],
  ['unidentified alias', t('form.unknownAlias')],
  ['can not read a block mapping entry', t('form.notField')],
  ['can not read an implicit mapping pair', t('form.notField')],
  ['end of the stream or a document separator is expected', t('form.badIndent')],
  ['expected a single document', t('form.twoDocuments')],
]
