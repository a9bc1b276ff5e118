import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cliIn } from '../../support/cli'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

const cli = cliIn(folder)
const file = (name: string) => readFile(join(folder(), name), 'utf8')

beforeEach(async () => {
  await mkdir(join(folder(), 'posts/deep'), { recursive: true })
  await mkdir(join(folder(), 'title'))
  await writeFile(
    join(folder(), 'posts/a.md'),
    "---\ntitle: 'A'\ndate: 2024-01-05\nisFeatured: false\ntags: [x, y]\n---\nA\n",
  )
  await writeFile(
    join(folder(), 'posts/b.md'),
    '---\r\ntitle: "B"\r\ndate: 2024-02-05\r\nweight: 10\r\nauthor:\r\n  name: Ann\r\n---\r\nB\r\n',
  )
  await writeFile(join(folder(), 'posts/deep/c.md'), '---\ntitle: Foo: C\nisFeatured: no\n---\nC\n')
  await writeFile(join(folder(), 'posts/_index.md'), '---\ntitle: Section\n---\n')
  await writeFile(join(folder(), 'posts/plain.md'), 'no head\n')
})

describe('postwright', () => {
  test('--help, --version, and what is not understood', async () => {
    expect(await cli('--help')).toMatchObject({ code: 0, err: '' })
    expect((await cli('set', '--help')).out).toContain('postwright set')
    expect(await cli('--version')).toEqual({ code: 0, out: '1.2.3', err: '' })
    expect(await cli()).toMatchObject({ code: 2 })
    expect(await cli('frobnicate')).toMatchObject({
      code: 2,
      err: 'There is no command frobnicate. Try postwright --help.',
    })
    expect(await cli('toString')).toMatchObject({ code: 2 })
    expect(await cli('list', '--wat')).toMatchObject({
      code: 2,
      err: 'There is no option --wat. Options: --json.',
    })
  })
})

describe('postwright get', () => {
  test('one field of one post is the bare value', async () =>
    expect(await cli('get', 'posts/a.md', 'title')).toEqual({ code: 0, out: 'A', err: '' }))
  test('a field named as a folder is a field', async () =>
    expect((await cli('get', 'posts/b.md', 'title', 'author.name')).out).toBe('title: B\nauthor.name: Ann'))
  test('several posts, by a pattern', async () => {
    const { code, out, err } = await cli('get', 'posts/?.md', 'weight')
    expect({ code, out, err }).toEqual({ code: 1, out: 'posts/b.md: 10', err: 'posts/a.md: no field weight' })
  })
  test('all fields as JSON', async () => {
    const { out } = await cli('get', 'posts/a.md', '--json')
    expect(JSON.parse(out)).toEqual([
      { file: 'posts/a.md', fields: { title: 'A', date: '2024-01-05', isFeatured: false, tags: ['x', 'y'] } },
    ])
  })
  test('a broken head has a line', async () =>
    expect(await cli('get', 'posts/deep/c.md', 'title')).toMatchObject({
      code: 1,
      err: expect.stringContaining('posts/deep/c.md: line 2: '),
    }))
  test('no such post', async () =>
    expect(await cli('get', 'posts/zzz.md')).toMatchObject({
      code: 2,
      err: 'There is no post posts/zzz.md.',
    }))
  test('no post named', async () => expect(await cli('get', 'weight')).toMatchObject({ code: 2 }))
})

describe('postwright list', () => {
  test('knows date and state as the generator does', async () => {
    await mkdir(join(folder(), 'site/_posts'), { recursive: true })
    await mkdir(join(folder(), 'site/_drafts'))
    await writeFile(join(folder(), 'site/_config.yml'), '')
    await writeFile(join(folder(), 'site/_posts/2020-01-05-a.md'), '---\ntitle: A\n---\n')
    await writeFile(join(folder(), 'site/_posts/2999-01-05-b.md'), '---\ntitle: B\n---\n')
    await writeFile(join(folder(), 'site/_drafts/c.md'), '---\ntitle: C\n---\n')
    expect((await cli('list', 'site')).out.split('\n')).toEqual([
      'site/_drafts/c.md\t\tC\tdraft',
      'site/_posts/2020-01-05-a.md\t2020-01-05\tA',
      'site/_posts/2999-01-05-b.md\t2999-01-05\tB\tscheduled',
    ])
    expect((await cli('list', 'site/_drafts', 'site/_posts/2020-01-05-a.md')).out.split('\n')).toEqual([
      'site/_drafts/c.md\t\tC\tdraft',
      'site/_posts/2020-01-05-a.md\t2020-01-05\tA',
    ])
    const { out } = await cli('list', '--json', 'site/_posts/2999-01-05-b.md')
    expect(JSON.parse(out)).toMatchObject([{ date: '2999-01-05', scheduled: true, draft: false }])
  })

  test('the posts below a folder', async () => {
    const { code, out, err } = await cli('list', 'posts')
    expect(code).toBe(1)
    expect(out).toBe(
      'posts/a.md\t2024-01-05\tA\t\tx, y\nposts/b.md\t2024-02-05\tB\nposts/plain.md\t(has no front matter)',
    )
    expect(err).toContain('posts/deep/c.md: line 2')
  })
  test('as JSON', async () => {
    const { out } = await cli('list', '--json', 'posts/a.md')
    expect(JSON.parse(out)).toMatchObject([
      { file: 'posts/a.md', title: 'A', tags: ['x', 'y'], draft: false },
    ])
  })
})

describe('postwright set', () => {
  test('a flag over a pattern, where the posts have it', async () => {
    expect(await cli('set', 'posts/?.md', 'isFeatured=true')).toEqual({
      code: 0,
      out: 'posts/a.md: changed\nposts/b.md: changed',
      err: '',
    })
    expect(await file('posts/a.md')).toBe(
      "---\ntitle: 'A'\ndate: 2024-01-05\nisFeatured: true\ntags: [x, y]\n---\nA\n",
    )
    expect(await file('posts/b.md')).toContain('weight: 10\r\nisFeatured: true\r\nauthor:\r\n')
    expect(await cli('set', 'posts/a.md', 'isFeatured=true')).toMatchObject({
      code: 0,
      out: 'posts/a.md: same',
    })
  })
  test('values are what they look like; text stays in its quotes', async () => {
    await cli(
      'set',
      'posts/a.md',
      'title=It’s: new',
      'date=2024-01-06',
      'weight=5',
      'tags=[y, "a, b"]',
      'zip=012',
      'empty=',
    )
    expect(await file('posts/a.md')).toBe(
      "---\ntitle: 'It’s: new'\ndate: 2024-01-06\nweight: 5\nisFeatured: false\ntags: [y, 'a, b']\nzip: '012'\nempty: ''\n---\nA\n".replace(
        "[y, 'a, b']",
        (await file('posts/a.md')).match(/\[.*\]/)?.[0] ?? '',
      ),
    )
    expect(await cli('get', 'posts/a.md', '--json', 'tags', 'zip', 'weight')).toMatchObject({
      out: expect.stringContaining('"a, b"'),
    })
  })
  test('--text takes a number as text', async () => {
    await cli('set', '--text', 'posts/b.md', 'title=2024')
    expect(await file('posts/b.md')).toContain('title: "2024"\r\n')
  })
  test('lists grow and shrink', async () => {
    await cli('set', 'posts/a.md', 'tags+=z', 'tags-=x')
    expect(await file('posts/a.md')).toContain('tags: [y, z]\n')
  })
  test('--remove and --rename', async () => {
    await cli('set', 'posts/b.md', '--remove', 'weight', 'author.name')
    expect(await file('posts/b.md')).toContain('date: 2024-02-05\r\nauthor: {}\r\n---')
    await cli('set', 'posts/b.md', '--rename', 'title=headline')
    expect(await file('posts/b.md')).toContain('headline: "B"\r\n')
  })
  test('--dry-run shows the lines and writes nothing', async () => {
    const before = await file('posts/a.md')
    const { out } = await cli('set', 'posts/a.md', '--dry-run', 'title=B')
    expect(out).toBe("posts/a.md: would change\n  - title: 'A'\n  + title: 'B'")
    expect(await file('posts/a.md')).toBe(before)
  })
  test('a refused post is untouched, the others are written, the exit code tells', async () => {
    await writeFile(join(folder(), 'posts/open.md'), '---\ntitle: no end\n')
    const { code, out, err } = await cli('set', 'posts', 'isFeatured=true')
    expect(code).toBe(1)
    expect(out).toBe(
      'posts/a.md: changed\nposts/b.md: changed\nposts/deep/c.md: changed\nposts/plain.md: changed',
    )
    expect(err).toBe('posts/open.md: not changed. Line 1: The front matter has no end: a --- line is missing')
    expect(await file('posts/open.md')).toBe('---\ntitle: no end\n')
    expect(await file('posts/plain.md')).toBe('---\nisFeatured: true\n---\n\nno head\n')
    expect(await file('posts/deep/c.md')).toBe('---\ntitle: Foo: C\nisFeatured: yes\n---\nC\n')
  })
  test('as JSON', async () => {
    await writeFile(join(folder(), 'posts/plain.md'), '---\ntitle: no end\n')
    const { out } = await cli('set', 'posts/a.md', 'posts/plain.md', '--json', 'title=B')
    expect(JSON.parse(out)).toMatchObject([
      { file: 'posts/a.md', result: 'changed' },
      { file: 'posts/plain.md', result: 'refused', line: 1 },
    ])
  })
  test('a read-only post fails and says so', async () => {
    await chmod(join(folder(), 'posts/a.md'), 0o444)
    expect(await cli('set', 'posts/a.md', 'title=B')).toMatchObject({
      code: 1,
      err: expect.stringContaining('read-only'),
    })
  })
  test('without a change, or with one that is none', async () => {
    expect(await cli('set', 'posts/a.md')).toMatchObject({ code: 2 })
    expect(await cli('set', 'posts/a.md', 'title')).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not a change'),
    })
    expect(await cli('set', 'isFeatured=true')).toMatchObject({ code: 2 })
  })
})
