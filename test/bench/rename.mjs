import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { pathOfPost, writeBlogPosts } from './blog-posts.mjs'
import { median, ms } from './figures.mjs'

/*
 * npm run bench -- rename [--posts 10000] [--links 5000]
 *
 * Plans and carries out the rename of a post that many others link to, and of an image that they show, with a library that
 * knows the folder. Blocked is the longest time in which main answered nobody; the library is in its own process, as in
 * the app.
 */

const root = resolve(import.meta.dirname, '../..')
const option = (/** @type {string} */ name, /** @type {string} */ otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const posts = Number(option('posts', '10000'))
const links = Number(option('links', '5000'))

const outDir = join(root, '.cache/bench-rename')
await build({
  configFile: false,
  logLevel: 'error',
  root,
  build: {
    ssr: true,
    outDir,
    rollupOptions: {
      input: {
        subject: join(root, 'test/bench/rename-subject.ts'),
        library: join(root, 'test/bench/rename-library.ts'),
      },
      output: { entryFileNames: '[name].mjs' },
    },
  },
  ssr: { external: true },
})
const { measureRename } = await import(join(outDir, 'subject.mjs'))

const folder = mkdtempSync(join(tmpdir(), 'bench-rename-'))
try {
  writeBlogPosts(folder, posts)
  const wanted = pathOfPost(0)
  for (let n = 1; n <= links; n++) {
    const path = join(folder, pathOfPost(n))
    writeFileSync(
      path,
      `${readFileSync(path, 'utf8')}\nSee [the first](/posts/post-0) for more.\n\n![shared](/pics/shared.png)\n`,
    )
  }
  mkdirSync(join(folder, 'public/pics'), { recursive: true })
  writeFileSync(join(folder, 'public/pics/shared.png'), '')
  const all = await measureRename(
    folder,
    wanted.slice('posts/'.length),
    'renamed',
    ['public/pics/shared.png', 'public/pics/renamed.png'],
    join(outDir, 'library.mjs'),
  )
  for (const [name, figures] of Object.entries(all)) {
    const of = (/** @type {string} */ key) => ms(median(figures.map((/** @type {any} */ one) => one[key])))
    console.log(`${name}: ${posts} posts, ${links} references: ${figures[0].changes} changes`)
    console.log(
      `plan ${of('plan')}, blocked ${of('planBlocked')}; run ${of('run')}, blocked ${of('runBlocked')}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
