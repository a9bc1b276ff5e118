import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { setFeatured } from '../../electron/posts/plans/set-featured'
import { factsOf } from '../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../shared/front-matter/schema/infer'
import { casesInFolder, cliIn, hasCases, namesOf } from '../support/shared-cases'

const { copy, text } = casesInFolder()
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

describe.runIf(hasCases)('heads', () => {
  const heads = namesOf('heads')

  test.each(heads.filter((name) => name.startsWith('01-')))('%s is read and edited', async (name) => {
    const at = copy('heads')
    const before = read(at, name)
    const { out, code } = await cliIn(at, 'get', name, 'title')
    expect(code).toBe(0)
    expect(before).toContain(`title: ${out}`)
    expect(await cliIn(at, 'set', name, 'title=Another')).toMatchObject({ code: 0 })
    expect(read(at, name)).toBe(before.replace(`title: ${out}`, 'title: Another'))
  })

  test.each(heads.filter((name) => name.startsWith('10-')))('%s names its line', async (name) => {
    const { err } = await cliIn(copy('heads'), 'get', name, 'title')
    expect(err).toMatch(/line 2: .*(?:full-width|is missing after|no-break space)/)
  })

  test('a text after a quoted value is what is wrong', async () => {
    const name = 'broken-head-misleading-message.md'
    const { err } = await cliIn(copy('app'), 'get', name, 'title')
    expect(err).toMatch(/line 3: /)
    expect(err).not.toMatch(/has a “: ”/)
  })

  test('an image path is no flag', async () => {
    const posts = join(copy('sites/star-replaces-an-image-path'), 'content/blog')
    const builder = createSchemaBuilder()
    for (const name of ['p1', 'p2', 'p3']) builder.add(name, factsOf(read(posts, name, 'index.md')))
    await setFeatured(posts, 'p1/index.md', true, builder.schema())
    expect(read(posts, 'p1/index.md')).toContain('featured: cover.png\n')
    expect(await cliIn(posts, 'set', 'p1/index.md', 'featured=true')).toMatchObject({ code: 1 })
    expect(read(posts, 'p1/index.md')).toContain('featured: cover.png\n')
  })

  test.each(['nikola.md', 'pelican.md'])('no second head on %s', async (name) => {
    const at = copy('sites/flag-on-a-post-with-another-kind-of-head')
    const before = read(at, name)
    await cliIn(at, 'set', name, 'draft=true')
    expect(read(at, name).startsWith('---')).toBe(false)
    expect(read(at, name).replace(/^(?:\.\. )?draft: true\n/m, '')).toBe(before)
  })

  test('a key with a dot', async () => {
    const at = copy('sites/dotted-key-written-as-a-group')
    await cliIn(at, 'set', 'p5.md', 'ms.date=10/27/2017')
    expect(read(at, 'p5.md')).toContain('\nms.date: 10/27/2017\n')
  })

  test('a value of 300 letters', async () => {
    const at = copy('sites/cli-value-of-256-letters-crashes')
    expect(await cliIn(at, 'set', 'a.md', `description=${'word '.repeat(60)}`)).toMatchObject({
      code: 0,
      err: '',
    })
  })

  test('every case of a head is one of these', () => {
    expect(heads.filter((name) => !/^(?:01|10)-/.test(name))).toEqual([])
    expect(text(`heads/${heads[0]}`)).not.toBe('')
  })
})
