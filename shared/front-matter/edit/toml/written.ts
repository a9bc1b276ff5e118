import type { AST } from 'toml-eslint-parser'
import { t } from '../../../texts/translate'
import { lineInPost, sourceOf } from '../../read/source'
import type { SplitPost } from '../../read/split'
import { tomlKeys, tomlTree } from '../../read/toml'
import { plainField, type WrittenField, type WrittenFields } from '../../values/head-editor'
import type { Steps } from './find'

type Group = Map<string, WrittenField>

/** The fields of a TOML head in order; tables and dotted keys as groups. */
export const writtenToml = (text: string, split: SplitPost): WrittenFields => {
  const head = sourceOf(text, split)
  const lineOf = (node: { readonly range: readonly [number, number] }) =>
    lineInPost(text, head, node.range[0])
  const fields: Group = new Map()
  const put = (group: Group, keys: Steps, pair: AST.TOMLKeyValue): void => {
    const [key, ...rest] = keys
    if (key === undefined) return
    const line = lineOf(pair)
    if (rest.length > 0) put(groupAt(group, String(key), line), rest, pair)
    else group.set(String(key), fieldOf(pair, line))
  }
  const fieldOf = ({ value }: AST.TOMLKeyValue, line: number): WrittenField => {
    const written = head.source.slice(...value.range)
    const inner: Group = new Map()
    if (value.type === 'TOMLInlineTable')
      for (const child of value.body) put(inner, tomlKeys(child.key), child)
    return { ...plainField(written, null, line), raw: written, fields: inner }
  }
  for (const part of tomlTree(head.source).body) {
    if (part.type === 'TOMLKeyValue') put(fields, tomlKeys(part.key), part)
    else if (part.resolvedKey.every((step) => typeof step === 'string')) {
      const group = part.resolvedKey.reduce<Group>(
        (above, key) => groupAt(above, String(key), lineOf(part)),
        fields,
      )
      for (const pair of part.body) put(group, tomlKeys(pair.key), pair)
    } else {
      const key = String(part.resolvedKey[0])
      const source = head.source.slice(...part.range)
      const locked = t('form.listOfTables')
      if (!fields.has(key)) fields.set(key, { ...plainField(source, null, lineOf(part)), locked })
    }
  }
  return fields
}

const groupAt = (group: Group, key: string, line: number): Group => {
  const known = group.get(key)
  if (known) return known.fields as Group
  const inner: Group = new Map()
  group.set(key, { ...plainField('', null, line), fields: inner })
  return inner
}
