import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

// What lint cannot see: where files stand, how long they are, and who imports whom by relative path.

const root = resolve(import.meta.dirname, '..')

const rooms = ['electron', 'renderer', 'shared', 'scripts', 'test']
const sources = rooms
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(room, path).split(sep).join('/'),
    ),
  )
  .filter(
    (file) => /\.(tsx?|mjs|css)$/.test(file) && !file.startsWith('test/fixtures/') && !file.includes('/.'),
  )
const code = sources.filter((file) => !file.endsWith('.css'))
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** What a file imports: packages by name, files of ours by their path from the root, without extension. */
const importsOf = (file: string): string[] =>
  [
    ...textOf(file).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(?\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => {
    const name = (match[1] ?? match[2] ?? '').replace(/\?.*$/, '')
    return name.startsWith('.') ? posix.join(posix.dirname(file), name).replace(/\.(tsx?|mjs|js)$/, '') : name
  })

/** Every import that breaks a rule, as `file imports name`. */
const breaches = (
  from: readonly string[],
  forbidden: (imported: string, file: string) => boolean,
): string[] =>
  from.flatMap((file) =>
    importsOf(file)
      .filter((imported) => forbidden(imported, file))
      .map((imported) => `${file} imports ${imported}`),
  )

const inside = (...folders: string[]) =>
  code.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)))

test('the walls are looked at', () => {
  expect(importsOf('test/walls.test.ts')).toContain('vitest')
  expect(inside('shared').length).toBeGreaterThan(10)
})

test('no file is longer than 300 lines', () => {
  const long = sources.filter((file) => textOf(file).trimEnd().split('\n').length > 300)
  expect(long).toEqual([])
})

test('no barrels, no drawers for leftovers', () => {
  expect(code.filter((file) => /(^|\/)index\.(tsx?|mjs)$/.test(file))).toEqual([])
  expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common)(\/|\.)/.test(file))).toEqual([])
  expect(code.filter((file) => /(^|\n)export \*/.test(textOf(file)))).toEqual([])
})

test('no default exports outside configuration, unless a reason stands beside it', () => {
  const unexplained = /(^|\n)(?!\/\/ biome-ignore lint\/style\/noDefaultExport: \S).*\nexport default\b/
  expect(code.filter((file) => unexplained.test(`\n${textOf(file)}`))).toEqual([])
})

test('nothing is left for later, nothing hides from the compiler', () => {
  const escapes = /@ts-ignore|@ts-nocheck|(?:\/\/|\*).*\b(?:TODO|FIXME|XXX|HACK)\b/
  const marked = code.filter((file) => file !== 'test/walls.test.ts' && escapes.test(textOf(file)))
  expect(marked).toEqual([])
})

test('only parse.ts imports gray-matter, with its traps', () => {
  const others = code.filter(
    (file) => file.startsWith('test/') === false && file !== 'shared/front-matter/read/parse.ts',
  )
  expect(breaches(others, (imported) => imported === 'gray-matter')).toEqual([])
})

test('shared knows no Node, no page, no Electron, no React', () => {
  const outside = (imported: string) =>
    /^(node:|electron$|electron\/|react)/.test(imported) || /^(renderer|scripts|test)\//.test(imported)
  expect(breaches(inside('shared'), outside)).toEqual([])
})

test('the page reaches main through window.api alone', () => {
  const outside = (imported: string) => /^(node:|electron$|electron\/|scripts\/|test\/)/.test(imported)
  expect(breaches(inside('renderer'), outside)).toEqual([])
})

test('main never imports the page', () => {
  expect(breaches(inside('electron'), (imported) => /^(renderer|scripts|test)\//.test(imported))).toEqual([])
})

test('what works without a window does not import Electron', () => {
  const plain = [
    ...inside(
      'electron/posts',
      'electron/assets',
      'electron/export',
      'electron/library',
      'electron/site',
      'electron/cli',
    ),
    ...code.filter((file) => /^electron\/cli[^/]*\.ts$/.test(file)),
  ]
  expect(
    breaches(plain, (imported) => /^electron($|\/(main|common|renderer|utility)$)/.test(imported)),
  ).toEqual([])
})

// A feature may be joined with others by app/ only; these rooms are open to all.
const openRooms = ['base', 'ui', 'document']

test('features of the page know nothing of each other', () => {
  const room = (path: string) => /^renderer\/([^/]+)\//.exec(path)?.[1]
  const forbidden = (imported: string, file: string) => {
    const from = room(file)
    const to = room(imported)
    if (from === undefined || to === undefined || from === 'app' || from === to || openRooms.includes(to))
      return false
    return !(from === 'scroll-sync' && (to === 'editor' || to === 'preview'))
  }
  expect(breaches(inside('renderer'), forbidden)).toEqual([])
})
