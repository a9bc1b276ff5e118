import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { editRaw } from '../../../shared/front-matter/edit/edit'
import { formFields } from '../../../shared/front-matter/form/fields'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { factsOf } from '../../../shared/front-matter/schema/facts'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { createSchemaBuilder } from '../../../shared/front-matter/schema/infer'
import { fieldOf, type SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import { adoptStyle } from '../../../shared/front-matter/style/adopt'
import type { Edit } from '../../../shared/front-matter/values/types'
import { changeFormat, decodePost, encodePost } from '../../../shared/posts/text-format'
import { applyTextChanges } from '../../../shared/text/text-change'
import {
  type CorpusPost,
  corpusFolder,
  fixtureSites,
  hasCorpus,
  postsBelow,
} from '../../support/front-matter-corpus'

const learn = (posts: readonly CorpusPost[]): SiteSchema => {
  const builder = createSchemaBuilder()
  for (const { name, bytes } of posts) builder.add(name, factsOf(decodePost(bytes).text))
  return builder.schema()
}

const dataOf = (text: string): Readonly<Record<string, unknown>> => {
  const read = parseFrontMatter(text)
  return read.kind === 'parsed' ? read.data : {}
}
const without = (data: Readonly<Record<string, unknown>>, key: string | undefined) =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name !== key))
const inside = (fields: readonly FormField[]): FormField[] =>
  fields.flatMap((field) => [field, ...inside(field.fields)])

const bytesAfter = (bytes: Uint8Array, { changes }: Extract<Edit, { kind: 'changes' }>): Uint8Array => {
  const { text, format } = decodePost(bytes)
  return encodePost(applyTextChanges(text, changes), changeFormat(text, format, changes))
}

interface Counts {
  posts: number
  /** Values written back as the form shows them. */
  values: number
  harmed: string[]
  drifting: number
  adopted: number
  readonly kept: Map<string, number>
}

/**
 * Values written back as they are shown, and each drift adopted: no other byte and no other value may differ. Of the
 * values each third is tried, others in each post, so that every key of a site has its turn.
 */
const tryForm = ({ name, bytes }: CorpusPost, turn: number, schema: SiteSchema, counts: Counts): void => {
  const { text } = decodePost(bytes)
  for (const [index, field] of inside(formFields(text, schema)).entries()) {
    const { path, source, rawEditable, drift } = field
    if (rawEditable && (index + turn) % 3 === 0) {
      const back = editRaw(text, path, source)
      counts.values++
      if (back.kind === 'refused' || !Buffer.from(bytesAfter(bytes, back)).equals(bytes))
        counts.harmed.push(`${name}: ${field.key}`)
    }
    const usual = fieldOf(schema, field.key)
    if (!drift || !usual) continue
    counts.drifting++
    if (drift.kept !== null) {
      counts.kept.set(drift.kept, (counts.kept.get(drift.kept) ?? 0) + 1)
      continue
    }
    const edit = adoptStyle(text, path, usual)
    if (edit.kind === 'refused') throw new Error(`${name}: ${edit.reason}, though the note offers it`)
    const after = decodePost(bytesAfter(bytes, edit)).text
    counts.adopted++
    expect(without(dataOf(after), path[0]), name).toEqual(without(dataOf(text), path[0]))
    // After it was adopted, there is no drift.
    const again = inside(formFields(after, schema)).find(({ key }) => key === field.key)
    if (again?.drift) counts.harmed.push(`${name}: ${field.key} still drifts: ${again.drift.message}`)
  }
}

/** False for UTF-16, which is refused before anything reads it. */
const isText = ({ bytes: [first, second] }: CorpusPost): boolean =>
  !((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))

const runOn = (title: string, found: readonly CorpusPost[]): void => {
  const posts = found.filter(isText)
  const schema = learn(posts)
  const counts: Counts = {
    posts: posts.length,
    values: 0,
    harmed: [],
    drifting: 0,
    adopted: 0,
    kept: new Map(),
  }
  for (const [turn, post] of posts.entries()) tryForm(post, turn, schema, counts)
  const { kept, harmed, ...rest } = counts
  console.log(`${title}: ${JSON.stringify({ ...rest, harmed: harmed.length })}`)
  for (const [reason, count] of kept) console.log(`   kept ${count}: ${reason}`)
  expect(harmed).toEqual([])
  expect(counts.values).toBeGreaterThan(posts.length / 2)
}

describe('the raw value and the drift of every field', () => {
  test.each(readdirSync(fixtureSites))('fixture site %s', (site) =>
    runOn(site, postsBelow(join(fixtureSites, site))),
  )

  test
    .runIf(hasCorpus())
    .each(['dev-1-own', 'dev-2-digitalgov-cc0', 'dev-3-nodejs-mit', 'dev-3-rust-toml-mit-apache'])(
    '%s',
    (folder) => runOn(folder, postsBelow(join(corpusFolder, folder))),
    60_000,
  )
})
