import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cliIn } from '../../support/cli'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

const cli = cliIn(folder)
const file = (name: string) => readFile(join(folder(), name), 'utf8')

beforeEach(() => mkdir(join(folder(), 'posts')))

describe('the site around the posts', () => {
  test('a key with a dot is one key where the other posts have it', async () => {
    for (const name of ['p1', 'p2', 'p3', 'p4'])
      await writeFile(join(folder(), `posts/${name}.md`), `---\ntitle: ${name}\nms.date: 10/26/2017\n---\n`)
    await writeFile(join(folder(), 'posts/p5.md'), '---\ntitle: p5\n---\n')
    await cli('set', 'posts/p5.md', 'ms.date=10/27/2017')
    expect(await file('posts/p5.md')).toBe('---\ntitle: p5\nms.date: 10/27/2017\n---\n')
    await cli('set', 'posts/p5.md', 'author.name=Ann')
    expect(await file('posts/p5.md')).toContain('author:\n  name: Ann\n')
  })
  test('Hugo knows no case of keys', async () => {
    await writeFile(join(folder(), 'hugo.toml'), '')
    await mkdir(join(folder(), 'content/posts'), { recursive: true })
    await writeFile(join(folder(), 'content/posts/old.md'), '---\nTitle: Old\nTags: [a]\n---\n')
    await cli('set', 'content/posts/old.md', 'title=New', 'tags+=b', 'draft=true')
    expect(await file('content/posts/old.md')).toBe('---\nTitle: New\nTags: [a, b]\ndraft: true\n---\n')
    expect((await cli('get', 'content/posts/old.md', 'title')).out).toBe('New')
  })
  test('Jekyll takes dates and drafts from names and folders', async () => {
    await writeFile(join(folder(), '_config.yml'), 'title: x\n')
    for (const name of ['_posts/2024-01-02-hello.md', '_drafts/soon.md']) {
      await mkdir(join(folder(), name, '..'), { recursive: true })
      await writeFile(join(folder(), name), '---\ntitle: T\n---\n')
    }
    expect((await cli('list', '_posts', '_drafts')).out).toBe(
      '_posts/2024-01-02-hello.md\t2024-01-02\tT\n_drafts/soon.md\t\tT\tdraft',
    )
  })
  test('what the generator does not read is neither read nor changed', async () => {
    await writeFile(join(folder(), '_config.yml'), 'title: x\n')
    await mkdir(join(folder(), '_posts'))
    const blank = '\n---\ntitle: T\n---\n'
    await writeFile(join(folder(), '_posts/2024-01-02-a.md'), blank)
    expect(await cli('set', '_posts/2024-01-02-a.md', 'draft=true')).toMatchObject({
      code: 1,
      err: expect.stringContaining('which Jekyll does not read'),
    })
    expect(await file('_posts/2024-01-02-a.md')).toBe(blank)
  })
  test('no head above one of another kind', async () => {
    const pelican = 'Title: A: B\ndate: 2012-09-12 19:02\n\nText\n'
    const org = '#+TITLE: A\n\nText\n'
    await writeFile(join(folder(), 'posts/pelican.md'), pelican)
    await writeFile(join(folder(), 'posts/org.md'), org)
    await cli('set', 'posts/pelican.md', 'draft=true')
    expect(await file('posts/pelican.md')).toBe(pelican.replace('\n\n', '\ndraft: true\n\n'))
    expect(await cli('set', 'posts/org.md', 'draft=true')).toMatchObject({
      code: 1,
      err: expect.stringContaining('looks like front matter (Org mode)'),
    })
    expect(await file('posts/org.md')).toBe(org)
  })
})
