import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import { t } from '../../texts/translate'
import { limitOf } from '../read/head-limits'
import { shieldOddBytes } from '../read/odd-bytes'
import { type FrontMatter, type HeadData, parseFrontMatter } from '../read/parse'
import { lineAt, type SplitPost, splitPost } from '../read/split'
import { parseYaml } from './document'
import { mendYaml } from './mend'

/** A YAML head, parsed with ranges. All offsets are in `source`; add `offset` for offsets in the post. */
export interface YamlHead {
  readonly kind: 'head'
  readonly text: string
  readonly split: SplitPost
  /** The content between the delimiters, of the same length as in the post. */
  readonly source: string
  readonly offset: number
  readonly document: Document.Parsed
  /** Null when the head holds no field yet. */
  readonly map: YAMLMap.Parsed | null
  /** The values of the head; null if gray-matter cannot read it. */
  readonly data: HeadData | null
  /**
   * `clean`: YAML without an error. `patient`: errors that gray-matter tolerates. `mended`: the lines with
   * errors were masked; if gray-matter cannot read the head either, only values on a single line may be
   * edited.
   */
  readonly trust: 'clean' | 'patient' | 'mended'
}

/** Why a head cannot be edited, with the 1-based line of the post. */
export interface Refused {
  readonly kind: 'refused'
  readonly reason: string
  readonly line: number
}

export const refused = (reason: string, line: number): Refused => ({ kind: 'refused', reason, line })

/** Reads the YAML head of a post for editing, or says why it must not be edited. */
export const readYamlHead = (text: string, known?: FrontMatter): YamlHead | Refused => {
  const split = splitPost(text)
  if (split.problem) return refused(split.problem.message, split.problem.line)
  if (split.language !== 'yaml') return refused(t('form.noYaml'), 1)
  const source = shieldOddBytes(text.slice(split.content.from, split.content.to))
  const limit = limitOf(source)
  if (limit) return refused(limit, 1)
  const read = known ?? parseFrontMatter(text, split)
  const data = read.kind === 'parsed' ? read.data : null
  const found = trusted(source, data)
  const broken = read.kind === 'broken' ? read : null
  if (!found) return refused(broken?.message ?? t('form.yamlErrors'), broken?.line ?? 1)
  const map = found.document.contents
  if (map !== null && !isMap(map) && !(isScalar(map) && map.source === ''))
    return refused(t('form.notFields'), 2)
  return {
    kind: 'head',
    text,
    split,
    source,
    offset: split.content.from,
    data,
    map: isMap(map) ? map : null,
    ...found,
  }
}

const trusted = (source: string, data: HeadData | null): Pick<YamlHead, 'document' | 'trust'> | null => {
  const document = parseYaml(source)
  if (document.errors.length === 0) return { document, trust: 'clean' }
  if (data && hasKeysOf(document, data)) return { document, trust: 'patient' }
  const mended = mendYaml(source)
  return mended && { document: mended, trust: 'mended' }
}

// After an error `yaml` may have read the rest of the head as part of one value.
const hasKeysOf = ({ contents }: Document.Parsed, data: HeadData): boolean =>
  isMap(contents) && Object.keys(data).every((key) => findPair(contents, key))

/** The 1-based line in the post for an offset in the head's source. */
export const lineOf = (head: YamlHead, offset: number): number => lineAt(head.text, head.offset + offset) + 1

/** The name of a key as it is in parsed data. */
export const keyName = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key))

/** The pair of a key; the last one if the key is duplicated, as parsers do. */
export const findPair = (map: YAMLMap, key: string): Pair | null =>
  map.items.findLast((pair) => keyName(pair.key) === key) ?? null

/** True if an alias (`*name`) in the head refers to this anchor, so that an edit would change both places. */
export const isReferenced = (head: YamlHead, anchor: string): boolean => {
  let found = false
  visit(head.document, {
    Alias: (_, alias) => {
      if (alias.source === anchor) found = true
    },
  })
  return found
}

/** Where a node is in the source. */
export const rangeOf = (node: unknown): { from: number; to: number } | null => {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return null
  return node.range ? { from: node.range[0], to: node.range[1] } : null
}

export const isQuoted = (node: Scalar): boolean =>
  node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE'
