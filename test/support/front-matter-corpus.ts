import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Real and generated posts in a folder beside the project. */
export const corpusFolder = resolve(root, '../shared/corpus/front-matter')
export const fixtureSites = join(root, 'test/fixtures/sites')

/** Whether the corpus exists; if not, prints that it is skipped. */
export const hasCorpus = (): boolean => {
  const there = existsSync(corpusFolder)
  if (!there) console.log(`Skipped: no corpus of posts at ${relative(root, corpusFolder)}`)
  return there
}

export interface CorpusPost {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every post below a folder, in a fixed order. */
export const postsBelow = (folder: string): CorpusPost[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|mdx|markdown)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), bytes: readFileSync(path) }))

export interface MadeCase {
  readonly id: string
  readonly kind: 'flip' | 'insert'
  readonly expect: 'edit' | 'refuse' | 'refuse-or-edit' | 'refuse-or-last' | 'any-one-line'
  readonly bytes: Uint8Array
  readonly expected: Uint8Array | null
}

/** The generated cases: input, and the bytes expected after setting `isFeatured` to true, or a refusal. */
export const madeCases = (): MadeCase[] => {
  const folder = join(corpusFolder, 'dev-1-own')
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as MadeCase[]
  return manifest.map(({ id, kind, expect }) => {
    const expected = join(folder, `${id}.expected`)
    return {
      id,
      kind,
      expect,
      bytes: readFileSync(join(folder, `${id}.md`)),
      expected: existsSync(expected) ? readFileSync(expected) : null,
    }
  })
}
