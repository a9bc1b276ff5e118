import { chmodSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../../electron/cli/run-cli'
import { setFeatured } from '../../../electron/posts/plans/set-featured'
import { factsOf } from '../../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../../shared/front-matter/schema/infer'
import { withTempFolder } from '../../support/temp-folder'

// Small inputs that went wrong once, beside the project and not part of it.
const cases = resolve(import.meta.dirname, '../../../../shared/cases')
const folder = withTempFolder()

const copy = (name: string): string => {
  const copied = join(folder(), 'case')
  cpSync(join(cases, name), copied, { recursive: true })
  for (const path of readdirSync(copied, { recursive: true, encoding: 'utf8' }))
    chmodSync(join(copied, path), 0o755)
  return copied
}
const cli = async (cwd: string, ...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const terminal = {
    cwd,
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  }
  return { code: await runCli(args, terminal, '1'), out: out.join('\n'), err: err.join('\n') }
}
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

describe.runIf(existsSync(cases))('the cases', () => {
  const heads = existsSync(cases) ? readdirSync(join(cases, 'heads')) : []

  test.each(heads.filter((name) => name.startsWith('01-')))('heads/%s is read and edited', async (name) => {
    const at = copy('heads')
    const before = read(at, name)
    const { out, code } = await cli(at, 'get', name, 'title')
    expect(code).toBe(0)
    expect(before).toContain(`title: ${out}`)
    expect(await cli(at, 'set', name, 'title=Another')).toMatchObject({ code: 0 })
    expect(read(at, name)).toBe(before.replace(`title: ${out}`, 'title: Another'))
  })

  test.each(heads.filter((name) => name.startsWith('10-')))('heads/%s names its line', async (name) => {
    const { err } = await cli(join(cases, 'heads'), 'get', name, 'title')
    expect(err).toMatch(/line 2: .*(?:full-width|blank is missing|no-break space)/)
  })

  test('an image path is no flag', async () => {
    const posts = join(copy('sites/star-replaces-an-image-path'), 'content/blog')
    const builder = createSchemaBuilder()
    for (const name of ['p1', 'p2', 'p3']) builder.add(name, factsOf(read(posts, name, 'index.md')))
    await setFeatured(posts, 'p1/index.md', true, builder.schema())
    expect(read(posts, 'p1/index.md')).toContain('featured: cover.png\n')
    expect(await cli(posts, 'set', 'p1/index.md', 'featured=true')).toMatchObject({ code: 1 })
    expect(read(posts, 'p1/index.md')).toContain('featured: cover.png\n')
  })

  test.each(['nikola.md', 'pelican.md'])('no second head on %s', async (name) => {
    const at = copy('sites/flag-on-a-post-with-another-kind-of-head')
    const before = read(at, name)
    await cli(at, 'set', name, 'draft=true')
    expect(read(at, name).startsWith('---')).toBe(false)
    expect(read(at, name).replace(/^(?:\.\. )?draft: true\n/m, '')).toBe(before)
  })

  test('a key with a dot', async () => {
    const at = copy('sites/dotted-key-written-as-a-group')
    await cli(at, 'set', 'p5.md', 'ms.date=10/27/2017')
    expect(read(at, 'p5.md')).toContain('\nms.date: 10/27/2017\n')
  })

  test('a value of 300 letters', async () => {
    const at = copy('sites/cli-value-of-256-letters-crashes')
    expect(await cli(at, 'set', 'a.md', `description=${'word '.repeat(60)}`)).toMatchObject({
      code: 0,
      err: '',
    })
  })
})
