import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { circlesIn } from './support/circles'

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

test('no module keeps a timer, or counts questions or ids, by hand', () => {
  const byHand = /^let (?:\w+: ReturnType<typeof setTimeout>|(?:asked|latest\w*|last\w*) = 0$)/m
  const own = inside('electron', 'renderer', 'shared').filter((file) => byHand.test(textOf(file)))
  expect(own).toEqual([]) // createDelayed, createLatest and createCounter do
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

/** The rooms of each hall, the lowest floor first: a room imports only rooms that stand before it. */
const floors: Readonly<Record<string, readonly string[]>> = {
  'shared/texts': ['english', 'english/writing', '.'],
  'shared/front-matter': [
    'dates',
    'find',
    'read',
    'values',
    'yaml',
    'prove',
    'schema',
    'edit/yaml',
    'edit/toml',
    'edit/json',
    'edit/lines',
    'edit',
    'new-post',
    'style',
    'form',
  ],
  'shared/addresses': ['rules', 'by-generator', 'map', 'meaning', 'spelling', 'change'],
  'shared/references': ['forms', '.'],
  'shared/markdown': [
    'options',
    'code',
    'html',
    'ids',
    'typography',
    'tags',
    'marked',
    'mdx',
    'links',
    'inlines',
    'blocks',
    'rules',
    'kramdown/text',
    'kramdown',
    '.',
    'page',
  ],
  'shared/generators': [
    'shape',
    'configured',
    'markdown',
    'documentation',
    'frameworks',
    'notes',
    'static',
    '.',
  ],
  'electron/site': ['detect', 'configuration', 'shortcodes', '.'],
  'electron/library': ['files', 'words', 'index', 'search', 'scan', 'checks', '.', 'process'],
  'shared/checks': ['severity', 'findings', 'parts', 'site', 'image', 'link', 'head', 'text', '.'],
  'electron/posts': ['journal', 'history', '.', 'operations', 'plans'],
  'renderer/editor': [
    'keys',
    'parse',
    'view',
    'search',
    'commands',
    'link-box',
    'typing',
    'images',
    'paste',
    'problems',
    '.',
  ],
  'renderer/live': ['reading', 'draw', '.'],
  'renderer/front-matter': ['head', 'drafts', 'controls', 'form', '.'],
  'renderer/document': [
    'state',
    'reading',
    'disk',
    'journal',
    'save',
    '.',
    'language',
    'images',
    'place',
    'problems',
  ],
  'renderer/library': [
    'plan',
    'state',
    'bulk-edit',
    'rename',
    'new-post',
    'replace',
    'search',
    'filter',
    'list',
    '.',
  ],
  'renderer/preview': ['page', 'render', 'session', 'view', 'site', '.'],
  'renderer/app': ['commands', 'site', 'frame', '.'],
}

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

test('a circle is found', () => {
  const edges = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c', 'd'])],
    ['c', new Set(['a'])],
    ['d', new Set<string>()],
  ])
  expect(circlesIn(edges)).toEqual([['a', 'b', 'c']])
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
