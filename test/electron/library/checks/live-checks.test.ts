import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { LiveChecks } from '../../../../electron/library/checks/live-checks'
import { detectSite } from '../../../../electron/site/detect-site'
import type { FindingsChanged } from '../../../../shared/checks/findings/told'
import { emptySchema } from '../../../../shared/front-matter/schema/site-schema'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()
const file = (id: string) => join(folder(), 'posts', id)

let checks: LiveChecks
let told: Map<string, string[]>
let batches: FindingsChanged[]

const open = async () => {
  told = new Map()
  batches = []
  checks = new LiveChecks({
    site: await detectSite(folder()),
    onFindings: (batch) => {
      batches.push(batch)
      if (batch.reset) told.clear()
      for (const id of batch.removed) told.delete(id)
      for (const { id, findings } of batch.changed)
        told.set(
          id,
          findings.map(({ check, line }) => `${check} ${line}`),
        )
    },
    onProgress: () => undefined,
    onNote: (note) => {
      throw new Error(note)
    },
    now: () => Date.parse('2024-06-01'),
  })
}
const look = async (...ids: string[]) => {
  const posts = await Promise.all(
    ids.map(async (id) => {
      const { size, mtimeMs } = await stat(file(id))
      return { id, size, modifiedMs: mtimeMs }
    }),
  )
  checks.look(posts, emptySchema)
  await checks.settled()
}
const all = ['query-plans.md', 'release-notes.md', 'small-commits.md'] as const
const change = async (id: string, from: string, to: string) => {
  const text = await readFile(file(id), 'utf8')
  expect(text).toContain(from)
  await writeFile(file(id), text.replace(from, to))
}

beforeEach(async () => {
  await cp(resolve(import.meta.dirname, '../../../fixtures/checks/clean-next'), folder(), { recursive: true })
  await open()
})

describe('an open folder', () => {
  test('a clean one is told of once, with nothing', async () => {
    await look(...all)
    expect(batches.map(({ changed, reset }) => [changed, reset])).toEqual([[[], true]])
  })

  test('a post is checked again when it changes, and so is the one that links to its heading', async () => {
    await look(...all)
    await change('small-commits.md', '## When it is too late', '## When it is late\n\n#### Very')
    await look(...all)
    expect(Object.fromEntries(told)).toEqual({
      'query-plans.md': ['link-anchor 15'],
      'small-commits.md': ['heading-order 13'],
    })
    await change('query-plans.md', '#when-it-is-too-late', '#when-it-is-late')
    await look(...all)
    expect(told.get('query-plans.md')).toEqual([])
  })

  test('a post that goes breaks the links to it, and is forgotten itself', async () => {
    await change('release-notes.md', 'room.\n', 'room.\n\n#')
    await look(...all)
    await rm(file('release-notes.md'))
    await look('query-plans.md', 'small-commits.md')
    expect(told.get('small-commits.md')).toEqual(['link-post 13'])
    expect(checks.posts.get('release-notes.md')).toBeUndefined()
  })

  test('the text in the editor counts until it is given back', async () => {
    await look(...all)
    const text = await readFile(file('small-commits.md'), 'utf8')
    const { findings } = await checks.checkText(
      'small-commits.md',
      text.replace('## When', '[](x)\n\n## Now'),
    )
    expect(findings.map(({ check, line }) => `${check} ${line}`)).toEqual(['link-empty 11'])
    await checks.settled()
    expect(told.get('query-plans.md')).toEqual(['link-anchor 15'])
    await look(...all)
    expect(told.get('query-plans.md')).toEqual(['link-anchor 15'])
    await checks.checkText('small-commits.md', null)
    await look(...all)
    expect(told.get('query-plans.md')).toEqual([])
    expect(told.get('small-commits.md')).toEqual([])
  })

  test('the fixes of a kind in all posts are those of what the files hold', async () => {
    await change('small-commits.md', '/posts/release-notes)', '/posts/release-note)')
    await change('query-plans.md', '/posts/small-commits)', '/posts/small-commit)')
    await look(...all)
    const fixes = await checks.fixesOf('link-post')
    const texts = await Promise.all(
      fixes.map(async ({ id, changes }) => applyTextChanges(await readFile(file(id), 'utf8'), changes)),
    )
    const wanted = (id: string) =>
      readFile(resolve(import.meta.dirname, '../../../fixtures/checks/clean-next/posts', id), 'utf8')
    expect(texts).toEqual(await Promise.all(fixes.map(({ id }) => wanted(id))))
    expect(fixes.map(({ id }) => id).sort()).toEqual(['query-plans.md', 'small-commits.md'])
    expect(await checks.fixesOf('todo')).toEqual([])
  })

  test('nothing is said of missing posts before all are known', async () => {
    const text = await readFile(file('small-commits.md'), 'utf8')
    expect((await checks.checkText('small-commits.md', text)).findings).toEqual([])
  })

  test('another severity in postwright.json is told of with the next look', async () => {
    await change('small-commits.md', '## When', '#### When')
    await change('small-commits.md', 'One change', '# One change')
    await look(...all)
    expect(told.get('small-commits.md')).toEqual(['heading-order 11'])
    await writeFile(join(folder(), 'postwright.json'), '{ "checks": { "heading-order": "off" } }')
    await look(...all)
    expect(told.get('small-commits.md')).toEqual([])
  })
})
