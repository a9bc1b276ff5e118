import { execFile } from 'node:child_process'
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { makePng } from '../support/make-png'
import { writeSite } from '../support/write-site'

const post = '---\ntitle: One\ndate: 2024-01-02\n---\n\n![A quay](/quay.png) and [a link](./gone.md).\n'

/** A site whose every kind of file is read: configuration in code and JSON, data files, aliases, lint rules, images. */
const files = {
  'package.json': '{"dependencies":{"astro":"5.0.0","gatsby":"5.0.0"}}',
  'astro.config.mjs': 'export default { site: "https://example.org" }\n',
  'vite.config.ts': 'export default { resolve: { alias: { "~": "/src" } } }\n',
  'tsconfig.json':
    '{"compilerOptions":{"baseUrl":".","paths":{"@/*":["src/*"],"@assets/*":["src/assets/*"]}}}',
  '.markdownlint.json': '{"default":true}',
  '.gitignore': 'dist\n',
  'postwright.json': '{}',
  'public/quay.png': makePng(40, 30, [10, 60, 120]),
  'public/same.png': makePng(40, 30, [10, 60, 120]),
  'src/content/blog/one.md': post,
  'src/content/blog/two.mdx': post.replace('One', 'Two'),
}

// The tests run in the Node that runs npm, not in Electron's, which is newer.
const run = (folder: string, ...args: readonly string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const program = join(import.meta.dirname, '../../out/main/cli.js')
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr: stderr.slice(-500) }), // less of the code that failed
    )
  })

test('every command of the built command line runs in the oldest Node that is supported', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'command-line-')))
  try {
    await writeSite(folder, files)
    const posts = 'src/content/blog'
    expect(await run(folder, 'list', posts)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/One[\s\S]*Two/),
      stderr: '',
    })
    expect(await run(folder, 'get', `${posts}/one.md`, 'title')).toMatchObject({ code: 0, stdout: 'One\n' })
    expect(await run(folder, 'set', `${posts}/one.md`, 'title=Uno')).toMatchObject({ code: 0, stderr: '' })
    expect(await readFile(join(folder, posts, 'one.md'), 'utf8')).toBe(post.replace('One', 'Uno'))
    expect(await run(folder, 'check', posts, '--json')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/gone/),
      stderr: '',
    })
    expect(await run(folder, 'images', posts, '--same')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/same\.png/),
      stderr: '',
    })
    expect(await run(folder, 'import-image', `${posts}/one.md`, 'public/same.png')).toMatchObject({ code: 0 })
    expect(await run(folder, 'export', `${posts}/two.mdx`, '-o', 'two.html')).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'two.html'), 'utf8')).toContain('A quay')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
