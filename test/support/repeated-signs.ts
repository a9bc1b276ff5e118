/** The opening and closing marks of markdown and its dialects. */
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
/** On four times the text, linear work takes four times as long, quadratic sixteen: this is between. */
const maxGrowth = 9
const rounds = 3

/** Each mark alone, and followed by two other marks that depend on `by`. */
export const repeatedSigns = (by: number): readonly string[] =>
  signs.flatMap((one, at) => [
    one,
    one + signs[(at * 7 + by * 13) % signs.length],
    one + signs[(at * 31 + by) % signs.length],
  ])

/** The length of a text that repeats a unit, and the time below which it is not examined. */
export interface Repeated {
  readonly length: number
  /** In milliseconds of processor time; shorter times are too small to compare. */
  readonly noticedMs: number
}

/**
 * The units for which the time grows much faster than the length of the text. Some rules look up to 4,000 characters ahead
 * from each mark: up to there this is a square, but beyond it is not, so what is noticed is looked at in a longer text too.
 */
export const slowUnits = (
  units: readonly string[],
  { length, noticedMs }: Repeated,
  work: (text: string) => unknown,
): readonly string[] =>
  units.filter((unit) => {
    const timeOf = (characters: number, tries: number) => {
      const text = unit.repeat(characters / unit.length)
      return least(() => work(text), tries)
    }
    if (timeOf(length, 1) < noticedMs) return false
    const [before, after] = [timeOf(length / 4, rounds), timeOf(length, rounds)]
    const limit = (ms: number) => Math.max(ms, noticedMs / maxGrowth) * maxGrowth
    return after > limit(before) && timeOf(length * 4, 1) > limit(after)
  })

const least = (work: () => unknown, tries: number): number =>
  Math.min(...Array.from({ length: tries }, () => processorMs(work)))

/** The processor time of this thread, which does not depend on other work of the machine. */
const processorMs = (work: () => unknown): number => {
  const began = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1_000
}
