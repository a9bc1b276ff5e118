import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bundle, runScript } from '../support/fault-tools'
import { onePixelPng, type TempSite, tempSite } from '../support/temp-site'
import { noteTrial } from '../support/trial'

const kills = 'Kills between two steps of an operation'

let script = ''
let site: TempSite
let records = ''

beforeAll(async () => {
  script = await bundle(
    'test/support/operator-script.ts',
    await mkdtemp(join(tmpdir(), 'postwright-script-')),
  )
})

beforeEach(async () => {
  site = await tempSite({
    'next.config.js': '',
    'posts/old-name.md':
      '---\ntitle: Old\nslug: old-name\nimage: /images/posts/old-name/a.png # kept\n---\n\n![a](a.png)\r\n[me](/posts/old-name#top) ![b](/images/posts/old-name/b.png)\n',
    'posts/one.md': '---\ntitle: One\n---\r\n[old](./old-name.md) and [that](/blog/old-name/)\r\n',
    'posts/two.md': '[x]: /posts/old-name "t"\n`[not](/posts/old-name)`\n',
    'posts/three.md': 'nothing of colour\n',
    'posts/four.md':
      '---\nimage: /images/posts/old-name/b.png\n---\n![a](/images/posts/old-name/a.png)\r\n![c](old-name/c.png) ![d](/images/d.png)\n',
    'posts/old-name/c.png': onePixelPng,
    'public/images/posts/old-name/a.png': onePixelPng,
    'public/images/posts/old-name/b.png': onePixelPng,
  })
  records = join(site.root, '..', `${site.root.split('/').at(-1)}-records`)
})
afterEach(() => site.remove())

const run = async (task: string, stop: number | null, ...ids: string[]) => {
  const { answers, ended } = runScript(script, [
    site.root,
    records,
    task,
    stop === null ? '' : String(stop),
    ...ids,
  ])
  const { errors } = await ended
  if (stop === null && answers.at(-1)?.kind !== 'done') throw new Error(errors)
  return answers
}

const contents = async (): Promise<Record<string, string>> => {
  const files: Record<string, string> = {}
  for (const entry of await readdir(site.root, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      files[path.slice(site.root.length + 1)] = (await readFile(path)).toString('latin1')
    }
  return files
}

const rename = (stop: number | null) =>
  run('rename', stop, 'posts/old-name.md'.slice(6), 'new-name', 'one.md', 'two.md', 'four.md')

describe('a rename', () => {
  test('moves the post and its images, and changes what leads to them and nothing else', async () => {
    await rename(null)
    const files = await contents()
    expect(Object.keys(files).sort()).toEqual([
      'next.config.js',
      'posts/four.md',
      'posts/new-name.md',
      'posts/new-name/c.png',
      'posts/one.md',
      'posts/three.md',
      'posts/two.md',
      'public/images/posts/new-name/a.png',
      'public/images/posts/new-name/b.png',
    ])
    expect(files['posts/new-name.md']).toBe(
      '---\ntitle: Old\nslug: new-name\nimage: /images/posts/new-name/a.png # kept\n---\n\n![a](a.png)\r\n[me](/posts/new-name#top) ![b](/images/posts/new-name/b.png)\n',
    )
    expect(files['posts/one.md']).toBe(
      '---\ntitle: One\n---\r\n[old](./new-name.md) and [that](/blog/new-name/)\r\n',
    )
    expect(files['posts/four.md']).toBe(
      '---\nimage: /images/posts/new-name/b.png\n---\n![a](/images/posts/new-name/a.png)\r\n![c](new-name/c.png) ![d](/images/d.png)\n',
    )
    expect(files['posts/two.md']).toBe('[x]: /posts/new-name "t"\n`[not](/posts/old-name)`\n')
  })

  test('that is killed between any two steps is the old or the new state after the next start', async () => {
    const before = await contents()
    const planned = (await rename(0))[0]?.count ?? 0
    expect(planned).toBe(7)
    await run('recover', null)
    const after = await contents()
    expect(after).not.toEqual(before)
    for (let stop = 1; stop <= planned; stop++) {
      noteTrial(kills, { tried: 1 })
      await site.remove()
      site = await tempSite(
        Object.fromEntries(Object.entries(before).map(([path, text]) => [path, Buffer.from(text, 'latin1')])),
      )
      await rename(stop)
      await run('recover', null)
      expect(await contents(), `killed after step ${stop}`).toEqual(after)
      noteTrial(kills, { survived: 1 })
    }
  }, 240_000)

  test('is taken back byte for byte, also when the taking back is killed at any step', async () => {
    const before = await contents()
    for (let stop = 0; stop <= 7; stop++) {
      noteTrial(kills, { tried: 1 })
      const undo = (await rename(null)).at(-1)?.message ?? ''
      await run('undo', stop, undo)
      await run('recover', null)
      expect(await contents(), `killed after step ${stop}`).toEqual(before)
      noteTrial(kills, { survived: 1 })
    }
  }, 240_000)
})

describe('a replace across posts', () => {
  test('that is killed leaves each file whole, says which were done, and is taken back', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [`posts/p${n}.md`, `my colour ${n}\r\n`]),
    )
    await site.remove()
    site = await tempSite({ 'next.config.js': '', ...many })
    const before = await contents()
    await run('replace', 3, ...Object.keys(many).map((path) => path.slice(6)))
    const half = await contents()
    expect(Object.values(half).filter((text) => text.includes('color'))).toHaveLength(3)
    const recovered = (await run('recover', null))[0]
    expect(await contents()).toEqual(half)
    await run('undo', null, recovered?.message ?? '')
    expect(await contents()).toEqual(before)
  }, 240_000)
})
