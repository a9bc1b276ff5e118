import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { circlesIn } from './support/circles'
import { floors, hallsOfShared } from './support/floors'
import { moduleState } from './support/module-state'

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

/** Modules that keep state themselves, with the reason; elsewhere it belongs to a store, a class or a closure. */
const withState: Readonly<Record<string, readonly string[]>> = {
  // Two writers of one file must wait for each other, whoever they are.
  'electron/disk/atomic-write.ts': ['named', 'files'],
  // Whoever resolves a path needs the bounds of its folder; nobody can forget to pass them on.
  'electron/disk/is-inside.ts': ['sites'],
  // The sweep must know every file that this process is writing.
  'electron/disk/temp-files.ts': ['alive'],
  // This is the store: CodeMirror's states and the view change in place.
  'renderer/document/state/open-documents.ts': ['openDocuments'],
  // The module is the worker.
  'renderer/spelling/spelling.worker.ts': ['waiting'],
}

test('what a module keeps is found', () => {
  const text = `
    let count = 0
    const seen = new Set<string>()
    const names: string[] = []
    const last = { at: 0 }
    const empty: ReadonlyMap<string, string> = new Map()
    const table = new Map([['a', 1]])
    const ofPost = new WeakMap<object, string>()
    const local = () => { const names = new Map(); return names }
    export const note = (name: string) => { count += 1; names.push(name); last.at = count; ofPost.set(last, name) }
  `
  expect(moduleState('a.ts', text)).toEqual(['count', 'seen', 'names', 'last'])
})

test('state belongs to a store, a class or a closure', () => {
  const found = inside('electron', 'renderer', 'shared')
    .map((file) => [file, moduleState(file, textOf(file))] as const)
    .filter(([, names]) => names.length > 0)
  expect(Object.fromEntries(found)).toEqual(withState)
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
      'electron/disk',
      'electron/web',
      'electron/spelling',
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

/** No folder holds more source files of its own than somebody sees at one glance. */
const maxFiles = 15

test('no folder has more than fifteen source files of its own', () => {
  const perFolder = Map.groupBy(inside('electron', 'renderer', 'shared', 'scripts'), posix.dirname)
  const halls = [...perFolder].filter(([, files]) => files.length > maxFiles).map(([folder]) => folder)
  expect(halls).toEqual([])
})

describe.each(Object.entries(floors))('the rooms of %s', (hall, rooms) => {
  const roomOf = (path: string): string => posix.relative(hall, posix.dirname(path)) || '.'

  test('stand on the list', () => {
    expect(
      inside(hall)
        .map(roomOf)
        .filter((room) => !rooms.includes(room)),
    ).toEqual([])
  })

  test('import downwards only', () => {
    const upwards = (imported: string, file: string) =>
      imported.startsWith(`${hall}/`) && rooms.indexOf(roomOf(imported)) > rooms.indexOf(roomOf(file))
    expect(breaches(inside(hall), upwards)).toEqual([])
  })
})

test('the halls of shared import downwards only', () => {
  const hallOf = (path: string): string | undefined => /^shared\/([\w-]+)\//.exec(path)?.[1]
  const files = inside('shared').filter((file) => hallOf(file) !== undefined)
  expect(new Set(files.map(hallOf))).toEqual(new Set(hallsOfShared))
  const upwards = (imported: string, file: string) => {
    const [from, to] = [hallOf(file), hallOf(imported)]
    if (from === undefined || to === undefined) return false
    return hallsOfShared.indexOf(to) > hallsOfShared.indexOf(from)
  }
  expect(breaches(files, upwards)).toEqual([])
})

test('a circle is found', () => {
  const edges = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c', 'd'])],
    ['c', new Set(['a'])],
    ['d', new Set<string>()],
  ])
  expect(circlesIn(edges)).toEqual([['a', 'b', 'c']])
})

test('no two files import each other, not even types or later', () => {
  const files = inside('electron', 'renderer', 'shared')
  const byName = new Map(files.map((file) => [file.replace(/\.(tsx?|mjs)$/, ''), file]))
  const edges = new Map(
    files.map((file) => [file, new Set(importsOf(file).flatMap((imported) => byName.get(imported) ?? []))]),
  )
  expect(circlesIn(edges)).toEqual([])
})

test('no two folders import each other, directly or by way of others', () => {
  const edges = new Map<string, Set<string>>()
  for (const file of inside('electron', 'renderer', 'shared')) {
    const from = posix.dirname(file)
    const to = importsOf(file)
      .filter((imported) => /^(electron|renderer|shared)\//.test(imported))
      .map((imported) => posix.dirname(imported))
    edges.set(from, new Set([...(edges.get(from) ?? []), ...to.filter((folder) => folder !== from)]))
  }
  expect(circlesIn(edges)).toEqual([])
})

test('the files that CONTRIBUTING.md names are there', () => {
  const named = [
    ...textOf('CONTRIBUTING.md').matchAll(/`((?:electron|renderer|shared|scripts|test)\/[\w./-]+)`/g),
  ]
  const missing = named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))
  expect(named.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})
