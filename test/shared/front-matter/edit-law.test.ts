import { expect, test } from 'vitest'
import {
  addItem,
  editField,
  removeField,
  removeItem,
  renameField,
  setFlag,
} from '../../../shared/front-matter/edit/edit'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { splitPost } from '../../../shared/front-matter/read/split'
import type { Edit } from '../../../shared/front-matter/values/types'
import { changeFormat, decodePost, encodePost } from '../../../shared/posts/text-format'
import { applyTextChanges } from '../../../shared/text/text-change'
import { fc, seed } from '../../support/properties'
import { newText, type RandomField, randomPost } from '../../support/random-head'

const runs = Number(process.env.POSTWRIGHT_PROPERTY_RUNS ?? (process.env.CI ? 10_000 : 2_000))

type Ask =
  | { readonly kind: 'set'; readonly value: string | boolean | number }
  | { readonly kind: 'add'; readonly value: string | boolean; readonly key: string }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'remove' }
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'add-item'; readonly item: string }
  | { readonly kind: 'remove-item'; readonly at: number }

const ask: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 4, arbitrary: newText.map((value): Ask => ({ kind: 'set', value })) },
  fc
    .oneof(fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    .map((value): Ask => ({ kind: 'set', value })),
  fc.record({
    kind: fc.constant('add' as const),
    value: fc.oneof(newText, fc.boolean()),
    key: fc.constantFrom('new', 'isNew', 'two words', 'yes', 'a: b'),
  }),
  fc.boolean().map((on): Ask => ({ kind: 'flag', on })),
  fc.constant<Ask>({ kind: 'remove' }),
  fc.constantFrom('renamed', 'with space', '12', 'true').map((to): Ask => ({ kind: 'rename', to })),
  { weight: 2, arbitrary: newText.map((item): Ask => ({ kind: 'add-item', item })) },
  fc.nat(4).map((at): Ask => ({ kind: 'remove-item', at })),
)

// An edit that a field cannot have is replaced by one that it can.
const askable = (field: RandomField, asked: Ask): Ask => {
  if (field.kind === 'list' && asked.kind === 'set') return { kind: 'add-item', item: String(asked.value) }
  if (field.kind === 'scalar' && asked.kind === 'add-item') return { kind: 'set', value: asked.item }
  const needsList = asked.kind === 'add-item' || asked.kind === 'remove-item'
  const needsScalar = asked.kind === 'set' || asked.kind === 'flag'
  if ((needsList && field.kind !== 'list') || (needsScalar && field.kind !== 'scalar'))
    return { kind: 'remove' }
  return asked
}

const edit = (text: string, field: RandomField, asked: Ask): Edit => {
  const path = [field.key]
  switch (asked.kind) {
    case 'set':
      return editField(text, path, asked.value)
    case 'add':
      return editField(text, [asked.key], asked.value)
    case 'flag':
      return setFlag(text, path, asked.on)
    case 'remove':
      return removeField(text, path)
    case 'rename':
      return renameField(text, path, asked.to)
    case 'add-item':
      return addItem(text, path, asked.item)
    case 'remove-item':
      return removeItem(text, path, asked.at % (field.items ?? 1))
  }
}

type Data = Readonly<Record<string, unknown>>
const dataOf = (text: string): Data | null => {
  const read = parseFrontMatter(text)
  return read.kind === 'parsed' ? read.data : null
}

const without = (data: Data, ...keys: string[]): Data =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)))

// Text of several lines keeps the final line break of its block; a plain word may be read as a number.
const reads = (value: unknown, asked: string | boolean | number): boolean =>
  value === asked ||
  (typeof asked === 'number' && Number(value) === asked) ||
  (typeof asked === 'string' && typeof value === 'string' && value.trimEnd() === asked.trimEnd()) ||
  (typeof asked === 'string' && typeof value !== 'string' && typeof value !== 'object')

const checkValue = (before: Data, after: Data, field: RandomField, asked: Ask): void => {
  const [was, is] = [before[field.key], after[field.key]]
  switch (asked.kind) {
    case 'set':
      expect(reads(is, asked.value), `${JSON.stringify(is)} for ${JSON.stringify(asked.value)}`).toBe(true)
      break
    case 'add':
      expect(reads(after[asked.key], asked.value), JSON.stringify(after[asked.key])).toBe(true)
      break
    case 'flag':
      expect(['true', 'yes', 'on', 'y'].includes(String(is).toLowerCase())).toBe(asked.on)
      break
    case 'remove':
      expect(Object.hasOwn(after, field.key)).toBe(false)
      break
    case 'rename':
      expect(after[asked.to]).toEqual(was)
      break
    case 'add-item':
      expect((is as unknown[]).slice(0, -1)).toEqual(was)
      expect(reads((is as unknown[]).at(-1), asked.item)).toBe(true)
      break
    case 'remove-item':
      expect(is).toEqual((was as unknown[]).toSpliced(asked.at % (field.items ?? 1), 1))
  }
}

test(`any edit of any head, ${runs} cases, seed ${seed}`, () => {
  const counts = { edited: 0, refused: 0, broken: 0 }
  const reasons = new Map<string, number>()
  fc.assert(
    fc.property(randomPost, fc.nat(7), ask, ({ fields, bytes }, pick, wanted) => {
      const field = fields[pick % fields.length] as RandomField
      const asked = askable(field, wanted)
      const { text, format } = decodePost(bytes)
      const result = edit(text, field, asked)
      const before = dataOf(text)
      if (before === null) counts.broken++
      if (result.kind === 'refused') {
        counts.refused++
        if (before) reasons.set(result.reason, (reasons.get(result.reason) ?? 0) + 1)
        expect(result.reason).not.toBe('')
        return
      }
      counts.edited++
      const after = applyTextChanges(text, result.changes)
      const written = encodePost(after, changeFormat(text, format, result.changes))
      expect(decodePost(written).text).toBe(after)
      checkBytes(bytes, written, text, result)
      const data = dataOf(after)
      if (!before || !data) {
        expect(before).toBe(null)
        return
      }
      const touched = [field.key, 'to' in asked ? asked.to : '', 'key' in asked ? asked.key : '']
      const others = asked.kind === 'add' ? [asked.key] : touched
      expect(without(data, ...others)).toEqual(without(before, ...others))
      checkValue(before, data, field, asked)
    }),
    { numRuns: runs },
  )
  console.log(
    `seed ${seed}: ${JSON.stringify(counts)}\n${[...reasons]
      .sort((a, b) => b[1] - a[1])
      .map(([reason, count]) => `  refused ${count}: ${reason}`)
      .join('\n')}`,
  )
  expect(counts.edited).toBeGreaterThan(runs * 0.9)
}, 120_000)

// The bytes before the first and after the last change are unchanged.
const checkBytes = (
  before: Uint8Array,
  after: Uint8Array,
  text: string,
  result: Extract<Edit, { kind: 'changes' }>,
): void => {
  const head = splitPost(text).head
  for (const change of result.changes) expect(change.from >= head.from && change.to <= head.to).toBe(true)
  const [first, last] = [result.changes[0], result.changes.at(-1)]
  if (!first || !last) {
    expect(Buffer.from(after).equals(before)).toBe(true)
    return
  }
  const bytesOf = (part: string, whole: Uint8Array) => decodePost(whole).text.startsWith(part)
  expect(bytesOf(text.slice(0, first.from), after)).toBe(true)
  const [a, b] = [Buffer.from(before).toString('latin1'), Buffer.from(after).toString('latin1')]
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const changedBefore =
    Buffer.byteLength(text.slice(first.from, last.to)) + text.slice(first.from, last.to).split('\n').length
  expect(a.length - start - end).toBeLessThanOrEqual(changedBefore)
}
