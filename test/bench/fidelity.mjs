import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/*
 * npm run bench -- fidelity [folder]
 *
 * How much of what a site's own renderer makes of a body the preview makes as well, block for block, beside a plain
 * markdown-it. A folder holds `constructs.json`, the bodies by name, and `expected/<renderer>.json`, the HTML of each,
 * and may hold whole posts the same way in `posts.json` and `expected-posts`; without a folder, ../shared/fidelity where
 * it is there, and our own fixtures.
 */

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, '.cache')

await build({
  configFile: false,
  logLevel: 'error',
  root,
  build: {
    ssr: join(root, 'test/bench/fidelity-subject.ts'),
    outDir: join(cache, 'bench-fidelity'),
    rollupOptions: { output: { entryFileNames: 'subject.mjs' } },
  },
})
const { pageBlocks, pagesOf, renderers } = await import(join(cache, 'bench-fidelity/subject.mjs'))

/** @param {string} path @returns {Record<string, unknown>} */
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** Blocks that both pages have in the same order. @param {readonly string[]} one @param {readonly string[]} other */
const shared = (one, other) => {
  let row = new Array(other.length + 1).fill(0)
  for (const block of one) {
    const next = [0]
    other.forEach((same, at) => {
      next.push(block === same ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

const newCount = () => ({ bodies: 0, same: 0, blocks: 0, sameBlocks: 0 })
/** @typedef {ReturnType<typeof newCount>} Count */

/** @param {Count} count @param {readonly string[]} page @param {readonly string[]} expected */
const add = (count, page, expected) => {
  const blocks = shared(page, expected)
  const most = Math.max(page.length, expected.length)
  count.bodies++
  count.blocks += most
  count.sameBlocks += blocks
  if (blocks === most) count.same++
}

/** @param {number} part @param {number} whole */
const share = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}`)

/** @param {string} name @param {Record<string, unknown>} bodies @param {(renderer: string) => string} file */
const table = async (name, bodies, file) => {
  console.log(`\n${name}: ${Object.keys(bodies).length} bodies`)
  console.log('| renderer | bodies | identical, % | blocks, % | markdown-it: identical, % | blocks, % |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  const all = { ours: newCount(), peer: newCount() }
  /** @param {string} label @param {Count} ours @param {Count} peer */
  const line = (label, ours, peer) =>
    console.log(
      `| ${label} | ${ours.bodies} | ${share(ours.same, ours.bodies)} | ${share(ours.sameBlocks, ours.blocks)} | ${share(peer.same, peer.bodies)} | ${share(peer.sameBlocks, peer.blocks)} |`,
    )
  for (const renderer of Object.keys(renderers)) {
    if (!existsSync(file(renderer))) continue
    const counts = { ours: newCount(), peer: newCount() }
    for (const [id, html] of Object.entries(read(file(renderer)))) {
      const body = bodies[id]
      if (typeof html !== 'string' || typeof body !== 'string') continue
      const expected = pageBlocks(html)
      const { ours, peer } = await pagesOf(renderer, body)
      for (const count of [counts.ours, all.ours]) add(count, ours, expected)
      for (const count of [counts.peer, all.peer]) add(count, peer, expected)
    }
    line(renderer, counts.ours, counts.peer)
  }
  line('all', all.ours, all.peer)
}

const given = process.argv[2]
const handed = resolve(root, given ?? '../shared/fidelity')
for (const [bodies, expected] of [
  ['constructs', 'expected'],
  ['posts', 'expected-posts'],
]) {
  const file = join(handed, `${bodies}.json`)
  if (existsSync(file))
    await table(file, read(file), (renderer) => join(handed, expected, `${renderer}.json`))
}
if (given === undefined) {
  const own = join(root, 'test/fixtures/renderers')
  await table('our own fixtures', read(join(own, 'bodies.json')), (renderer) => join(own, `${renderer}.json`))
}
