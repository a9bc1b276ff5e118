import { fc } from './properties'

/** One field of a random head: its lines without line breaks, and the kind of its value. */
export interface RandomField {
  readonly key: string
  readonly lines: readonly string[]
  readonly kind: 'scalar' | 'list' | 'other'
  readonly items?: number
}

const keys = [
  'title',
  'date',
  'description',
  'tags',
  'draft',
  'image',
  'author',
  'info',
  'weight',
  'isFeatured',
  'x-y',
  'Käse',
  'a.b',
  '日付',
]
const words = [
  'alpha',
  'Beta',
  'it’s',
  'naïve',
  'c++',
  '日本',
  'x:y',
  'a#b',
  '100%',
  'Ünï',
  'don`t',
  '🙂',
  'no',
  '2024',
  '-dash',
  'end.',
]

const plainText = fc
  .array(fc.constantFrom(...words.filter((word) => !/^[-]/.test(word))), { minLength: 1, maxLength: 6 })
  .map((list) => `w ${list.join(' ')}`)
const anyText = fc
  .array(
    fc.constantFrom(
      ...words,
      '"',
      "'",
      ': ',
      ' #',
      '\\',
      '{',
      ']',
      '&a',
      '*b',
      '!t',
      '|',
      '>',
      '%',
      '@',
      '\t',
      '  ',
    ),
    { minLength: 0, maxLength: 7 },
  )
  .map((list) => list.join(' ').replace(/\s+$/, ''))

/** Text as a writer may type it into a field. */
export const newText: fc.Arbitrary<string> = fc.oneof(
  anyText,
  plainText,
  fc.constantFrom(
    'true',
    'no',
    '~',
    'null',
    '012',
    '1e3',
    '12:30',
    '2024-01-05',
    '',
    ' ',
    '-',
    '?',
    ': ',
    '# x',
    '---',
    '...',
    '[a',
    '{a: b}',
    "it's",
    '"q"',
    'a\nb',
    'a\n\n b',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u0007',
    'x\u00a0',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)

const behind = fc.constantFrom('', '', '', ' ', '\t', '  ', ' # note', '  # “quoted” [x]')
const gap = fc.constantFrom(' ', ' ', ' ', '   ', '\t')
const single = anyText.map((text) => `'${text.replaceAll("'", "''")}'`)
const double = anyText.map((text) => JSON.stringify(text))
const scalarText = fc.oneof(
  plainText,
  single,
  double,
  fc.constantFrom(
    '2019-12-22',
    '"2019-12-22"',
    "'2024-01-05T00:00:00.000Z'",
    '2014-06-30 9:00:00 -0400',
    '"03/30/2017"',
    '3/7/2023',
    'Jul 08 2022',
  ),
  fc.constantFrom('true', 'False', 'TRUE', 'yes', 'No', 'on', '~', 'null', 'Null'),
  fc.constantFrom(
    '0',
    '-5',
    '1.10',
    '012',
    '0o17',
    '0x1F',
    '1e3',
    '1_000',
    '12:30:45',
    '.5',
    '12345678901234567890',
  ),
  fc.constantFrom('!!str 123', '!mine text', '&anchor text', 'http://x.y/z#a', 'a\\b', '-1a'),
)

type Body = Omit<RandomField, 'key' | 'lines'> & { readonly lines: (key: string) => string[] }

const scalar: fc.Arbitrary<Body> = fc
  .tuple(scalarText, gap, behind)
  .map(([text, space, rest]) => ({ kind: 'scalar', lines: (key) => [`${key}:${space}${text}${rest}`] }))
const empty: fc.Arbitrary<Body> = behind.map((rest) => ({
  kind: 'scalar',
  lines: (key) => [`${key}:${rest}`],
}))
const folded: fc.Arbitrary<Body> = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '|2', '>2-'),
    fc.array(plainText, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    behind,
  )
  .map(([header, texts, hasBlank, rest]) => ({
    kind: 'scalar',
    lines: (key) => [
      `${key}: ${header}${rest.trim() ? rest : ''}`,
      ...texts.flatMap((text, at) => (hasBlank && at === 1 ? ['', `  ${text}`] : [`  ${text}`])),
    ],
  }))
const wrapped: fc.Arbitrary<Body> = fc
  .tuple(fc.constantFrom('', '"', "'"), plainText, plainText)
  .map(([quote, first, second]) => ({
    kind: 'scalar',
    lines: (key) => [`${key}: ${quote}${first}`, `  ${second}${quote}`],
  }))
const item = fc.oneof(
  fc.constantFrom('alpha', 'two words', '"quoted"', "'single'", 'c++', '"a, b"', '2024', 'no', 'x-y'),
  plainText.map((text) => text.replace(/[,[\]{}]/g, '')),
)
const items = fc.array(item, { minLength: 1, maxLength: 5 })
const flowList: fc.Arbitrary<Body> = fc
  .tuple(items, fc.constantFrom('', ' '), fc.boolean(), behind)
  .map(([list, pad, comma, rest]) => ({
    kind: 'list',
    items: list.length,
    lines: (key) => [`${key}: [${pad}${list.join(', ')}${comma ? ',' : ''}${pad}]${rest}`],
  }))
const flowLines: fc.Arbitrary<Body> = fc
  .tuple(items, fc.boolean(), fc.boolean())
  .map(([list, comma, indented]) => ({
    kind: 'list',
    items: list.length,
    lines: (key) => [
      `${key}: [`,
      ...list.map(
        (text, at) => `  ${text}${comma || at < list.length - 1 ? ',' : ''}${at === 0 ? ' # why' : ''}`,
      ),
      indented ? '  ]' : ']',
    ],
  }))
const blockList: fc.Arbitrary<Body> = fc
  .tuple(items, fc.constantFrom('', '  ', '    '), behind, fc.boolean(), fc.constantFrom(' ', '   '))
  .map(([list, indent, rest, hasComment, dash]) => ({
    kind: 'list',
    items: list.length,
    lines: (key) => [
      `${key}:${rest}`,
      ...list.flatMap((text, at) => [
        ...(hasComment && at === 1 ? [`${indent}# between`] : []),
        `${indent}-${dash}${text}${at === 0 ? rest : ''}`,
      ]),
    ],
  }))
const other: fc.Arbitrary<Body> = fc.constantFrom<Body>(
  {
    kind: 'other',
    lines: (key) => [`${key}:`, '  name: Ann', "  picture: 'a.png' # face", '  deep:', '    on: yes'],
  },
  { kind: 'other', lines: (key) => [`${key}: {name: Ann, "b": [1, 2]}`] },
  { kind: 'other', lines: (key) => [`${key}:`, '  - name: a', '    url: b', '  - name: c'] },
  { kind: 'other', lines: (key) => [`${key}:`, '- - 1', '  - 2', '- [a, {b: c}]'] },
  { kind: 'other', lines: (key) => [`${key}: []`] },
  { kind: 'other', lines: (key) => [`${key}: {}`] },
)

const body = fc.oneof(
  { weight: 5, arbitrary: scalar },
  empty,
  folded,
  wrapped,
  { weight: 2, arbitrary: flowList },
  flowLines,
  { weight: 2, arbitrary: blockList },
  other,
)

const spelled = (key: string, style: number): string =>
  style === 1 ? `"${key}"` : style === 2 ? `'${key}'` : style === 3 ? `${key} ` : key

/** The fields of a random head, each with its own key. */
export const randomFields: fc.Arbitrary<RandomField[]> = fc
  .uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 8 })
  .chain((chosen) =>
    fc
      .tuple(...chosen.map((key) => fc.tuple(fc.constant(key), body, fc.constantFrom(0, 0, 0, 0, 1, 2, 3))))
      .map((list) =>
        list.map(([key, { lines, ...rest }, style]) => ({ key, ...rest, lines: lines(spelled(key, style)) })),
      ),
  )

/** Lines that may occur between fields. */
export const between: fc.Arbitrary<string[]> = fc.constantFrom<string[]>(
  [],
  [],
  [],
  [''],
  ['# a comment'],
  ['', '# one', '# two'],
  ['   # further in'],
  ['  '],
)

export interface RandomPost {
  readonly fields: readonly RandomField[]
  readonly bytes: Uint8Array
}

const bodies = [
  '',
  '\n',
  '\n# Title\n\ntext  \n\ttab\n',
  '\n---\nisFeatured: false\ntitle: not this\n---\n',
  'no end',
  '\r lone \r\r\n mixed\n\v\f',
  '\u{feff}inside\n',
]

/** A post with a random head, random line ends and bytes that are not UTF-8 in its body. */
export const randomPost: fc.Arbitrary<RandomPost> = fc
  .record({
    fields: randomFields,
    gaps: fc.array(between, { minLength: 9, maxLength: 9 }),
    ending: fc.constantFrom('\n', '\n', '\r\n', 'mixed'),
    bom: fc.boolean(),
    body: fc.constantFrom(...bodies),
    odd: fc.boolean(),
    fence: fc.constantFrom('---', '---', '---  ', '---\t'),
    close: fc.constantFrom('---', '---', '...', '--- '),
  })
  .map(({ fields, gaps, ending, bom, body: text, odd, fence, close }) => {
    const lines = [
      fence,
      ...fields.flatMap((field, at) => [...(gaps[at] ?? []), ...field.lines]),
      ...(gaps[8] ?? []),
      close,
    ]
    const head = lines
      .map((line, at) => line + (ending === 'mixed' ? (at % 3 === 1 ? '\r\n' : '\n') : ending))
      .join('')
    const raw = Buffer.from(`${bom ? '\ufeff' : ''}${head}${text}`)
    return { fields, bytes: odd ? Buffer.concat([raw, Buffer.from([0xe9, 0x20, 0xff, 0x0a])]) : raw }
  })
