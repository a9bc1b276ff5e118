import type { CallName, SentArgs } from '../../shared/ipc/contract'

const format = { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' } as const
const revision = 'a'.repeat(64)
const id = 'a.md'
const search = { text: 'words', wholeWord: false, matchCase: false, regex: false }
const replace = { ...search, replacement: 'letters' }
const choice = { slugOnly: false, translations: true, redirect: false }
const image = { name: 'x.png', bytes: new Uint8Array([1]) }
const imageChoices = { width: 800, format: 'webp', metadata: 'remove' } as const
const snapshot = {
  kind: 'snapshot',
  stretch: 's',
  text: 'x',
  format,
  base: null,
  onDisk: null,
  caret: 0,
  undo: null,
} as const

/** Valid arguments of every call that the page can make, the base of hostile ones. Add those of new calls. */
export const usualArguments: { readonly [N in Exclude<CallName, 'openPath'>]: SentArgs<N> } = {
  startup: [],
  thirdPartyNotices: [],
  changeSettings: [{ theme: 'dark' }],
  reportLanguage: ['en'],
  dictionaries: [],
  readDictionary: ['de-DE'],
  installDictionary: [],
  removeDictionary: ['de-DE'],
  taughtWords: [],
  teachWord: ['word', 'personal'],
  forgetWord: ['word', 'site'],
  spellingMenu: ['word', ['words']],
  chooseFolder: [],
  openRecent: ['/'],
  forgetRecent: ['/'],
  isOpenRequested: [],
  openNextRequest: [],
  recoverAgain: [],
  openSampleBlog: [],
  installCommand: [],
  openExternal: ['https://example.org/'],
  setFullScreen: [false],
  showInFolder: [id],
  reportUnsaved: [[id]],
  answerClose: [false],
  openPost: [id],
  postShown: [id],
  savePost: [id, { text: 'x', format, base: revision }],
  followMoved: [id, revision],
  writeJournal: [id, snapshot],
  discardJournal: [id],
  listRecovered: [],
  readRecovered: [id],
  listVersions: [id],
  readVersion: [id, revision],
  listDeleted: [],
  showSitePage: [id],
  placeSitePage: [{ x: 0, y: 0, width: 100, height: 100 }, 1],
  coverSitePage: [],
  uncoverSitePage: [],
  followSavedPage: [],
  reloadSitePage: [],
  focusSitePage: [],
  closeSitePage: [],
  findUsualServer: [],
  openPostIn: [id, 'live'],
  exportHtml: [id, '# Text', []],
  cancelExport: [],
  planRename: [id, 'other', choice],
  renamePost: [id, 'other', choice, 'mark', [id]],
  planMove: [id, 'folder', choice],
  movePost: [id, 'folder', choice, 'mark', [id]],
  planDate: [id, '2024-01-05', choice],
  datePost: [id, '2024-01-05', choice, 'mark', [id]],
  createPost: [id, { text: 'x', format }],
  duplicatePost: [id],
  planReplace: [replace],
  replacedLines: [replace, { id, revision }, 0],
  replaceInPosts: [replace, [{ id, revision }]],
  planBulkEdit: [[id], [{ kind: 'set', key: 'title', value: 'x' }]],
  bulkEdit: [[{ id, revision }], [{ kind: 'flag', key: 'draft', on: true }]],
  fixPosts: ['image-case'],
  stopOperation: [],
  recentOperations: [],
  undoOperation: ['x'],
  listPosts: [],
  siteSchema: [],
  setFeatured: [id, true],
  trashPosts: [[id]],
  searchPosts: [{ ...search, limit: 10 }],
  quickOpen: ['a', 10],
  listBacklinks: [id],
  linkExample: [],
  listFolderProblems: [],
  refreshLibrary: [],
  shareSite: [],
  ignoredPosts: [],
  showIgnored: [true],
  restartLibrary: [],
  cancelScan: [],
  windowAtRest: [],
  siteLook: [],
  siteShortcodes: [['../../../../etc/passwd', 'x']],
  sizesInPost: [id, ['x.png']],
  drawDiagram: ['x', false],
  listImages: [id],
  imageInPost: [id, 'x.png'],
  lookAtImage: [image],
  imageWidths: [],
  importImage: [id, image, imageChoices],
  keepImage: ['x', false],
  altTexts: [id, 'x.png'],
  fetchImage: ['https://images.invalid/x.png'],
  stopFetchingImages: [],
  siteImages: [],
  sameImages: [],
  stopSameImages: [],
  imageSizes: [['x.png']],
  referenceToImage: [id, 'x.png'],
  planImageMove: ['x.png', 'y.png'],
  moveImage: ['x.png', 'y.png', 'mark', [id]],
  replaceImage: ['x.png', image],
  compressImage: ['x.png', imageChoices],
  trashImages: [['x.png']],
  showImageInFolder: ['x.png'],
  imageProblem: [id, 'x.png'],
  checkText: [id, '# Text'],
  countLinks: [],
  checkLinks: [],
  stopLinks: [],
  keepVersion: [id, { text: 'x', format }],
  siteOptions: [],
  chooseSite: [{ generator: null, postsFolder: 'posts' }],
  wholeSchema: [],
  linkTargets: [id, []],
}

/** Values that an attacker may send: paths out of the folder, names with a special meaning, wrong types. */
const hostileValues: readonly unknown[] = [
  ...['../../outside/secret.md', '/etc/passwd', 'secret.md', 'linked/secret.md', 'up/outside/secret.md'],
  ...[
    '..\\..\\outside\\secret.md',
    '.git/x.md',
    '.bashrc',
    'a\0.md',
    'a.md\0.png',
    '%2e%2e/secret.md',
    'C:\\x.md',
  ],
  ...['a.md/../../../outside/secret.md', './a.md', 'a//b.md', '//server/share/x.md', 'a.md:stream', 'CON.md'],
  ...[
    '',
    ' ',
    '.',
    '..',
    '__proto__',
    'constructor',
    'toString',
    '{{',
    '<script>',
    'x'.repeat(5000),
    '\ud800',
  ],
  ...[
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    '(a+)+$',
    '$&$1$<x>',
    '\u202e',
    '../outside',
  ],
  ...[Number.NaN, -1, 0.5, 1e308, 2 ** 53, true, false, null, undefined, [], [[]], {}, { id: 'a.md' }],
  ...[
    { __proto__: { kind: 'x' } },
    new Map([['a', 1]]),
    new Date(0),
    new Uint8Array(8),
    Array(2000).fill('a.md'),
  ],
]

type Random = () => number

/** A generator of random numbers between 0 and 1, the same ones for the same seed. */
export const seededRandom = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T

/** Valid arguments with hostile values in random places, at any depth. */
export const hostileArguments = (usual: readonly unknown[], random: Random): unknown[] => {
  const changed = usual.map((argument) => (random() < 0.6 ? changedIn(argument, random) : argument))
  if (random() < 0.1) changed.push(pick(hostileValues, random))
  if (random() < 0.05) changed.pop()
  return changed
}

const changedIn = (value: unknown, random: Random): unknown => {
  const isPlain = typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
  if (!isPlain || random() < 0.3) return pick(hostileValues, random)
  if (Array.isArray(value)) return value.map((item) => (random() < 0.7 ? changedIn(item, random) : item))
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    random() < 0.4 ? changedIn(item, random) : item,
  ])
  return Object.fromEntries(random() < 0.1 ? [...entries, ['extra', 1]] : entries)
}
