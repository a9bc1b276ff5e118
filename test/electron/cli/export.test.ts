import { readdir, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../../electron/cli/run-cli'
import { onePixelPng, withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const blog = async () => {
  const temp = await tempSite({
    'package.json': '{ "dependencies": { "next": "15" } }',
    'posts/a.md': '---\ntitle: First\n---\n\n![x](x.png)\n',
    'posts/deep/b.md': '---\ntitle: Second\n---\n\n![y](gone.png)\n',
    'public/images/posts/a/x.png': onePixelPng,
  })
  return temp
}

const run = async (cwd: string, ...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(
    ['export', ...args],
    { cwd, out: (line) => out.push(line), err: (line) => err.push(line) },
    '1.0.0',
  )
  return { code, out, err: err.join('\n') }
}

describe('postwright export', () => {
  test('writes a page beside the post', async () => {
    const temp = await blog()
    expect(await run(temp.root, 'posts/a.md')).toEqual({
      code: 0,
      out: [`posts/a.md → ${temp.path('posts/a.html')}`],
      err: '',
    })
    expect(await readFile(temp.path('posts/a.html'), 'utf8')).toMatch(
      /<title>First<\/title>[\s\S]*data:image\/png/,
    )
  })

  test('says that a diagram stands as its source, on sites that draw them', async () => {
    const temp = await blog()
    await writeFile(
      temp.path('posts/c.md'),
      '```mermaid\ngraph TD; A-->B\n```\n\n> ```mermaid\n> pie\n> ```\n',
    )
    expect((await run(temp.root, 'posts/c.md')).err).toBe(
      'posts/c.md: 2 Mermaid diagrams are shown as their source; export them from the window to draw them',
    )
    await writeFile(temp.path('postwright.json'), '{ "markdown": { "features": { "mermaid": false } } }')
    expect((await run(temp.root, 'posts/c.md')).err).toBe('')
  })

  test('writes to the file that is named, also over an older page', async () => {
    const temp = await blog()
    await run(temp.root, 'posts/a.md', '-o', 'out/page.html')
    expect((await run(temp.root, '-o', 'out/page.html', 'posts/deep/b.md')).code).toBe(0)
    expect(await readFile(temp.path('out/page.html'), 'utf8')).toContain('<title>Second</title>')
  })

  test('writes a whole folder and tells the images that are missing', async () => {
    const temp = await blog()
    const { code, err } = await run(temp.root, 'posts', '--output', 'site')
    expect(code).toBe(0)
    expect(err).toBe('posts/deep/b.md: the image gone.png was not found')
    expect((await readdir(temp.path('site'), { recursive: true })).sort()).toEqual([
      'a.html',
      'deep',
      'deep/b.html',
    ])
  })

  test('answers JSON', async () => {
    const temp = await blog()
    const { out } = await run(temp.root, 'posts/deep/b.md', '--json')
    expect(JSON.parse(out[0] ?? '')).toEqual([
      {
        file: 'posts/deep/b.md',
        path: temp.path('posts/deep/b.html'),
        missingImages: ['gone.png'],
        undrawnDiagrams: 0,
      },
    ])
  })

  test('says what is wrong with a command', async () => {
    const temp = await blog()
    expect(await run(temp.root)).toMatchObject({ code: 2, err: 'Name the posts to export.' })
    expect(await run(temp.root, 'posts/none.md')).toMatchObject({ code: 2 })
    expect(await run(temp.root, 'posts/a.md', '-o')).toMatchObject({ code: 2 })
  })

  test('says which post could not be written', async () => {
    const temp = await blog()
    const { code, err } = await run(temp.root, 'posts/a.md', '-o', 'package.json/x.html')
    expect(code).toBe(1)
    expect(err).toMatch(/^posts\/a\.md: Cannot create the folder/)
  })
})
