import matter from 'gray-matter'
import { dump, load } from 'js-yaml'
import { parseDocument } from 'yaml'
import { addItem, editField, removeItem } from '../../shared/front-matter/edit/edit'
import { splitPost } from '../../shared/front-matter/read/split'
import type { Edit } from '../../shared/front-matter/values/types'
import { type EditedBytes, editBytes } from './edit-bytes'

/** An edit that every writer supports. */
export type Change =
  | { readonly kind: 'save' }
  | { readonly kind: 'set'; readonly key: string; readonly value: string | boolean }
  | { readonly kind: 'add-item'; readonly key: string; readonly item: string }
  | { readonly kind: 'remove-item'; readonly key: string; readonly at: number }

export interface Writer {
  readonly name: string
  readonly write: (bytes: Uint8Array, change: Change) => EditedBytes
}

const ours = (text: string, change: Change): Edit => {
  switch (change.kind) {
    case 'save':
      return { kind: 'changes', changes: [] }
    case 'set':
      return editField(text, change.key, change.value)
    case 'add-item':
      return addItem(text, change.key, change.item)
    case 'remove-item':
      return removeItem(text, change.key, change.at)
  }
}

type Data = Record<string, unknown>

const changeData = (data: Data, change: Change): Data => {
  if (change.kind === 'save') return data
  const list = (key: string) => (Array.isArray(data[key]) ? (data[key] as unknown[]) : [])
  if (change.kind === 'set') return { ...data, [change.key]: change.value }
  if (change.kind === 'add-item') return { ...data, [change.key]: [...list(change.key), change.item] }
  return { ...data, [change.key]: list(change.key).toSpliced(change.at, 1) }
}

// A writer from another library: text in, text out; an error counts as a refusal.
const textWriter = (name: string, write: (text: string, change: Change) => string): Writer => ({
  name,
  write: (bytes, change) => {
    try {
      return { kind: 'bytes', bytes: Buffer.from(write(Buffer.from(bytes).toString('utf8'), change)) }
    } catch (error) {
      return { kind: 'refused', reason: String(error) }
    }
  },
})

const withHead = (text: string, rewrite: (content: string) => string): string => {
  const split = splitPost(text.replaceAll('\r\n', '\n'))
  if (split.language !== 'yaml') throw new Error('no YAML head')
  const plain = text.replaceAll('\r\n', '\n')
  return (
    plain.slice(0, split.content.from) +
    rewrite(plain.slice(split.content.from, split.content.to)) +
    plain.slice(split.content.to)
  )
}

const setInDocument = (content: string, change: Change): string => {
  const document = parseDocument(content)
  if (document.errors[0]) throw document.errors[0]
  if (change.kind === 'set') document.set(change.key, change.value)
  if (change.kind === 'add-item') document.addIn([change.key], change.item)
  if (change.kind === 'remove-item') document.deleteIn([change.key, change.at])
  return document.toString()
}

/** Our writer, then those of other libraries. */
export const writers: readonly Writer[] = [
  { name: 'Postwright', write: (bytes, change) => editBytes(bytes, (text) => ours(text, change)) },
  textWriter('gray-matter stringify', (text, change) => {
    if (!text.startsWith('---')) throw new Error('no head')
    const file = matter(text, { engines: { javascript: () => ({}), js: () => ({}) } })
    return matter.stringify(file.content, changeData(file.data, change))
  }),
  textWriter('yaml Document', (text, change) => withHead(text, (content) => setInDocument(content, change))),
  textWriter('js-yaml dump', (text, change) =>
    withHead(text, (content) => dump(changeData(load(content) as Data, change))),
  ),
]
