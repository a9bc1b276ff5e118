import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Outcome, outcomes } from '../../../support/address-outcomes'
import { changedSite, type SiteJob } from '../../../support/changed-site'

// The sites in the folder beside the project. Each kind also has tests that run without them.

const folder = resolve(import.meta.dirname, '../../../../../shared/cases/addresses')
const isThere = existsSync(folder)

/** New posts are tested in test/shared/front-matter/new-post/new-head.test.ts. */
const ofNewPosts = new Set(['50-new-post-empty-redirect_from-takes-home-page'])

const filesIn = (root: string): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length + 1), new Uint8Array(readFileSync(path))]),
  )

const jobOf = (name: string): SiteJob => {
  const {
    open,
    op,
    id,
    to,
    folder: target,
  } = JSON.parse(readFileSync(join(folder, name, 'job.json'), 'utf8'))
  return {
    open,
    ...(op === 'rename' ? { rename: [id, to] } : op === 'move' ? { move: [id, target] } : { copy: id }),
  }
}

const expectedOf = (
  before: Readonly<Record<string, Uint8Array>>,
  { moves = {}, lines = {}, made = {} }: Outcome,
) => {
  const changed: Record<string, string | null> = { ...made }
  for (const [path, bytes] of Object.entries(before)) {
    const move = Object.entries(moves).find(
      ([from]) => path === from || (from.endsWith('/') && path.startsWith(from)),
    )
    const place = move ? move[1] + path.slice(move[0].length) : path
    let text = Buffer.from(bytes).toString('latin1')
    for (const [one, other] of lines[path] ?? []) {
      const [from, to] = [one, other].map((part) => Buffer.from(part).toString('latin1'))
      expect(text, `${path} says ${one}`).toContain(from)
      text = text.replace(from ?? '', to ?? '')
    }
    if (place !== path) changed[path] = null
    if (place !== path || lines[path]) changed[place] = Buffer.from(text, 'latin1').toString('utf8')
  }
  return changed
}

describe.skipIf(!isThere)('the sites of ../shared/cases/addresses', () => {
  const names = isThere ? readdirSync(folder).sort() : []

  test('are all tried', () =>
    expect(names.filter((name) => !(name in outcomes) && !ofNewPosts.has(name))).toEqual([]))

  test.each(names.filter((name) => name in outcomes))('%s', async (name) => {
    const before = filesIn(join(folder, name, 'before'))
    const outcome = outcomes[name] ?? {}
    const { changed, plan, undone } = await changedSite(before, jobOf(name))
    expect(changed).toEqual(expectedOf(before, outcome))
    expect(plan?.unchangeable ?? []).toEqual([])
    expect(plan?.warnings ?? []).toEqual(outcome.warning ? [expect.stringContaining(outcome.warning)] : [])
    expect(undone).toEqual({})
  })
})
