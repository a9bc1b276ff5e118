import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cliIn } from '../../support/cli'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

const cli = cliIn(folder)
const file = (name: string) => readFile(join(folder(), name), 'utf8')

beforeEach(async () => {
  await mkdir(join(folder(), 'posts'))
  await writeFile(join(folder(), 'posts/a.md'), "---\ntitle: 'A'\n---\nA\n")
})

describe('what a person writes at a terminal', () => {
  test('-h after a command is help', async () => {
    expect((await cli('set', '-h')).out).toContain('postwright set')
    expect((await cli('export', '-h')).code).toBe(0)
    expect(await cli('set', 'posts/a.md', '--', 'title=-h')).toMatchObject({
      code: 0,
      out: 'posts/a.md: changed',
    })
  })
  test.each([
    ['set', 'posts/a.md', '--remove', '--rename', 'title=name'],
    ['set', 'posts/a.md', '--remove', 'title=name'],
    ['set', 'posts/a.md', '--dry-run=yes', 'title=name'],
    ['export', 'posts/a.md', '-o'],
    ['export', 'posts/a.md', '-o', '--json'],
    ['list', '-x'],
  ])('what contradicts itself is not understood: %s %s %s %s', async (...args) => {
    const { code, err } = await cli(...args)
    expect(code).toBe(2)
    expect(err).not.toBe('')
    expect(await file('posts/a.md')).toContain("title: 'A'")
  })
  test('a value longer than any name', async () => {
    for (const value of ['word '.repeat(60).trim(), 'x'.repeat(5000), '/'.repeat(300), 'a/'.repeat(3000)]) {
      expect(await cli('set', 'posts/a.md', `description=${value}`)).toMatchObject({ code: 0, err: '' })
      expect((await cli('get', 'posts/a.md', 'description')).out).toBe(value)
    }
    expect(await cli('get', 'posts/a.md', 'y'.repeat(300))).toMatchObject({ code: 1 })
    expect(await cli('get', 'y'.repeat(300))).toMatchObject({ code: 2 })
  })
  test('--text keeps what looks like a date, a number or a flag text, and makes text of one', async () => {
    await writeFile(join(folder(), 'posts/t.md'), '---\ntitle: Plain\ndate: 2024-01-05\nweight: 3\n---\n')
    await cli(
      'set',
      '--text',
      'posts/t.md',
      'title=2024-01-01',
      'date=2024-01-05',
      'weight=3',
      'sub=2024-02-02',
    )
    expect(await file('posts/t.md')).toBe(
      "---\ntitle: '2024-01-01'\ndate: '2024-01-05'\nweight: '3'\nsub: '2024-02-02'\n---\n",
    )
    await writeFile(join(folder(), 'posts/t.md'), '+++\ndate = 2024-01-05\n+++\n')
    await cli('set', '--text', 'posts/t.md', 'date=2024-01-06')
    expect(await file('posts/t.md')).toBe('+++\ndate = "2024-01-06"\n+++\n')
  })
  test('a value in the place of another kind is shown; a switch is not written over a text', async () => {
    await writeFile(join(folder(), 'posts/t.md'), '---\nfeatured: cover.png\nweight: 3\n---\n')
    expect(await cli('set', 'posts/t.md', 'weight=heavy')).toMatchObject({
      out: 'posts/t.md: changed\n  - weight: 3\n  + weight: heavy',
    })
    expect(await cli('set', 'posts/t.md', 'featured=true')).toMatchObject({
      code: 1,
      err: expect.stringContaining('“featured” is “cover.png” here, which is not a yes/no value'),
    })
    expect(await file('posts/t.md')).toContain('featured: cover.png\n')
  })
})
