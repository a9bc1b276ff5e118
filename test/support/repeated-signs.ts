/** What markdown and its dialects begin something with, and what ends it. */
const signs: readonly string[] = [
  ...[
    '<a',
    '<a ',
    '</a>',
    '<!--',
    '<http://',
    'http://a',
    'www.a.',
    'a@b.',
    '&',
    '&amp;',
    '[',
    '![',
    '[[',
    '[a](',
    '[a]:',
  ],
  ...[
    '](',
    ']',
    '[^',
    '[^1]: a\n\n',
    '^[',
    '*[',
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '$',
    '$$',
    '\\',
    '\\(',
  ],
  ...[
    '{',
    '{{',
    '{{<',
    '{{a}}',
    '{%',
    '{% a %}',
    '{#',
    '{:',
    '{::',
    '<A ',
    '<A>',
    '<A b={',
    '{a',
    'import a\n',
    '==',
    '++',
  ],
  ...[
    '"',
    "'",
    "'a",
    '"a ',
    '--',
    '...',
    ':',
    ': ',
    ':a:',
    ':::',
    '::: a\n',
    '|',
    '|a',
    '|-',
    'a|b\n',
    '> ',
    '- ',
    '1. ',
    '1) ',
  ],
  ...[
    '#',
    '# a\n',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '\r',
    'a',
    'a\n',
    'é',
    '---\n',
    '***\n',
    '===\n',
    '```\n',
    '~~~a\n',
    '<div>\n',
  ],
  ...[
    '<div>',
    '</div>\n',
    '<pre>',
    '<script>',
    '<svg>',
    '<p>\n\n',
    '\\\n',
    '  \n',
    '- a\n\n',
    '- - ',
    '> > ',
    ': a\n',
    '\0',
    '\u{1f600}',
  ],
]
/** Four times the text takes four times as long, or sixteen times where the work is its square. */
const maxGrowth = 9
const rounds = 3

/** Each sign, and each with two others that depend on `by`. */
export const repeatedSigns = (by: number): readonly string[] =>
  signs.flatMap((one, at) => [
    one,
    one + signs[(at * 7 + by * 13) % signs.length],
    one + signs[(at * 31 + by) % signs.length],
  ])

/** A text of a length that is a unit again and again, and what it takes to be noticed. */
export interface Repeated {
  readonly length: number
  /** Milliseconds of the processor; less is nothing to compare. */
  readonly noticedMs: number
}

/** Those units with which the work grows much faster than the text. */
export const slowUnits = (
  units: readonly string[],
  { length, noticedMs }: Repeated,
  work: (text: string) => unknown,
): readonly string[] =>
  units.filter((unit) => {
    const [short = '', longer = ''] = [length / 4, length].map((each) => unit.repeat(each / unit.length))
    if (processorMs(() => work(longer)) < noticedMs) return false
    const [before, after] = [short, longer].map((text) => least(() => work(text)))
    return (after ?? 0) > Math.max(before ?? 0, noticedMs / maxGrowth) * maxGrowth
  })

const least = (work: () => unknown): number =>
  Math.min(...Array.from({ length: rounds }, () => processorMs(work)))

/** What else the machine does in between is not counted. */
const processorMs = (work: () => unknown): number => {
  const began = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1_000
}
