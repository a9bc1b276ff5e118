import { conditionOf } from './condition'
import { type Conversion, conversionOf } from './conversion'
import { createFlagReader, type Flags, type ReadFlags } from './flags'

/** One rule of an affix: a word whose root has `flag` is its stem without `strip`, and `add` in its place. */
export interface Affix {
  readonly flag: string
  readonly strip: string
  readonly add: string
  /** What the stem has to look like at the side where the affix is. */
  readonly fits: (stem: string) => boolean
  /** May stand together with an affix at the other side. */
  readonly isCross: boolean
  /** What the word with this affix is marked as, beside the marks of its root. */
  readonly flags: Flags
}

/** Affixes by what they add. */
export type Affixes = ReadonlyMap<string, readonly Affix[]>

/** The flags that say what a word may be; empty where a dictionary has none for it. */
export interface Marks {
  readonly needAffix: string
  readonly forbidden: string
  readonly keepCase: string
  readonly noSuggest: string
  readonly circumfix: string
  readonly onlyInCompound: string
  readonly compound: string
  readonly compoundBegin: string
  readonly compoundMiddle: string
  readonly compoundEnd: string
  readonly compoundPermit: string
  readonly compoundForbid: string
  readonly compoundRoot: string
  readonly forceCapital: string
}

/** Two parts of a compound that may not meet: how the first ends, how the second begins, and what their roots carry. */
export interface CompoundPattern {
  /** `0` stands for a first part without affixes. */
  readonly end: string
  readonly endFlag: string
  readonly start: string
  readonly startFlag: string
}

/** One place of a rule of compounds: a flag, once or as often as its sign says. */
export interface RulePlace {
  readonly flag: string
  readonly mayLack: boolean
  readonly mayRepeat: boolean
}

/** What an affix file (`.aff`, hunspell(5)) says of its language. */
export interface AffixFile {
  readonly readFlags: ReadFlags
  readonly prefixes: Affixes
  readonly suffixes: Affixes
  readonly marks: Marks
  readonly compoundMin: number
  readonly compoundMax: number
  readonly checkCompound: ReadonlySet<'CASE' | 'DUP' | 'TRIPLE' | 'REP'>
  readonly compoundPatterns: readonly CompoundPattern[]
  readonly compoundRules: readonly (readonly RulePlace[])[]
  /** Compounds of more words than `compoundMax` may have so many syllables; 0 where there are none. */
  readonly compoundSyllables: number
  readonly vowels: string
  /** Of three like letters that meet where parts join one is left out: `Schiff` and `Fahrt` make `Schiffahrt`. */
  readonly leavesOutThird: boolean
  /** Inside of a compound too a word may have two suffixes. */
  readonly stacksInCompounds: boolean
  /** How a word is spelled for the lists, and how what they suggest is spelled for the writer. */
  readonly input: Conversion
  readonly hasInput: boolean
  readonly output: Conversion
  /** Letters that are left out of every word, such as vowel marks. */
  readonly ignored: string
  /** The language that the file names (`LANG`); empty where it names none. */
  readonly language: string
  readonly hasSharpS: boolean
  readonly tryLetters: string
  readonly keyboard: string
  readonly replacements: readonly (readonly [wrong: string, right: string])[]
  /** Letters and groups of them that are taken for each other. */
  readonly related: readonly (readonly string[])[]
}

const markOf = (values: ReadonlyMap<string, string>, ...names: readonly string[]): string =>
  names.map((name) => values.get(name) ?? '').find((value) => value !== '') ?? ''

const add = (to: Map<string, Affix[]>, affix: Affix): void => {
  const known = to.get(affix.add)
  if (known) known.push(affix)
  else to.set(affix.add, [affix])
}

const numberOf = (text: string | undefined, otherwise: number): number => {
  const number = Number.parseInt(text ?? '', 10)
  return Number.isFinite(number) && number > 0 ? number : otherwise
}

const patternOf = (first: string, second: string): CompoundPattern => {
  const [end = '', endFlag = ''] = first.split('/')
  const [start = '', startFlag = ''] = second.split('/')
  return { end, endFlag, start, startFlag }
}

/** Flags of more than one sign stand in brackets. */
const placesOf = (rule: string): readonly RulePlace[] =>
  [...rule.matchAll(/(?:\(([^()]*)\)|(.))([*?]?)/gsu)].map(([, long, short = '', sign]) => ({
    flag: long ?? short,
    mayLack: sign !== '',
    mayRepeat: sign === '*',
  }))

/** Reads the text of an affix file. Lines that it does not know are left out, as Hunspell does. */
export const readAffixFile = (text: string): AffixFile => {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim().split(/\s+/))
  const values = new Map<string, string>()
  for (const [name = '', value = ''] of lines) if (!values.has(name)) values.set(name, value)
  const aliases = lines.filter(([name]) => name === 'AF').map(([, flags = '']) => flags)
  const readFlags = createFlagReader(values.get('FLAG') ?? '', aliases.slice(1))

  const prefixes = new Map<string, Affix[]>()
  const suffixes = new Map<string, Affix[]>()
  const cross = new Map<string, boolean>()
  for (const [kind = '', flag = '', strip = '', added = '', condition = '.'] of lines) {
    if (kind !== 'PFX' && kind !== 'SFX') continue
    // The first line of a flag is its heading: `SFX flag Y 12`.
    if (!cross.has(kind + flag)) {
      cross.set(kind + flag, strip === 'Y')
      continue
    }
    const [letters = '', flags = ''] = added.split('/')
    add(kind === 'PFX' ? prefixes : suffixes, {
      flag,
      strip: strip === '0' ? '' : strip,
      add: letters === '0' ? '' : letters,
      fits: conditionOf(condition, kind === 'PFX' ? 'start' : 'end'),
      isCross: cross.get(kind + flag) === true,
      flags: readFlags(flags),
    })
  }

  const pairsOf = (kind: string) =>
    lines
      .filter(([name, , second]) => name === kind && second !== undefined)
      .map(([, a = '', b = '']) => [a, b] as const)
  return {
    readFlags,
    prefixes,
    suffixes,
    marks: {
      needAffix: markOf(values, 'NEEDAFFIX', 'PSEUDOROOT'),
      forbidden: markOf(values, 'FORBIDDENWORD'),
      keepCase: markOf(values, 'KEEPCASE'),
      noSuggest: markOf(values, 'NOSUGGEST'),
      circumfix: markOf(values, 'CIRCUMFIX'),
      onlyInCompound: markOf(values, 'ONLYINCOMPOUND'),
      compound: markOf(values, 'COMPOUNDFLAG'),
      compoundBegin: markOf(values, 'COMPOUNDBEGIN', 'COMPOUNDFIRST'),
      compoundMiddle: markOf(values, 'COMPOUNDMIDDLE'),
      compoundEnd: markOf(values, 'COMPOUNDEND', 'COMPOUNDLAST'),
      compoundPermit: markOf(values, 'COMPOUNDPERMITFLAG'),
      compoundForbid: markOf(values, 'COMPOUNDFORBIDFLAG'),
      compoundRoot: markOf(values, 'COMPOUNDROOT'),
      forceCapital: markOf(values, 'FORCEUCASE'),
    },
    compoundMin: numberOf(values.get('COMPOUNDMIN'), 3),
    compoundMax: numberOf(values.get('COMPOUNDWORDMAX'), Number.POSITIVE_INFINITY),
    checkCompound: new Set(
      (['CASE', 'DUP', 'TRIPLE', 'REP'] as const).filter((name) => values.has(`CHECKCOMPOUND${name}`)),
    ),
    compoundPatterns: lines.flatMap(([name, first = '', second, third = '#']) =>
      name === 'CHECKCOMPOUNDPATTERN' &&
      second !== undefined &&
      !second.startsWith('#') &&
      third.startsWith('#')
        ? [patternOf(first, second)]
        : [],
    ),
    compoundRules: lines
      .filter(([name, rule]) => name === 'COMPOUNDRULE' && rule !== undefined)
      .slice(1) // the first line of a kind says how many there are
      .map(([, rule = '']) => placesOf(rule)),
    compoundSyllables: numberOf(values.get('COMPOUNDSYLLABLE'), 0),
    vowels: lines.find(([name]) => name === 'COMPOUNDSYLLABLE')?.[2] ?? '',
    leavesOutThird: values.has('SIMPLIFIEDTRIPLE'),
    stacksInCompounds: values.has('COMPOUNDMORESUFFIXES'),
    input: conversionOf(pairsOf('ICONV')),
    hasInput: values.has('ICONV'),
    output: conversionOf(pairsOf('OCONV')),
    ignored: values.get('IGNORE') ?? '',
    language: values.get('LANG') ?? '',
    hasSharpS: values.has('CHECKSHARPS'),
    tryLetters: values.get('TRY') ?? '',
    keyboard: values.get('KEY') ?? 'qwertyuiop|asdfghjkl|zxcvbnm',
    replacements: pairsOf('REP').map(([wrong, right]) => [wrong, right.replaceAll('_', ' ')]),
    related: lines
      .filter(([name, group = '']) => name === 'MAP' && !/^\d+$/.test(group))
      .map(([, group = '']) =>
        [...group.matchAll(/\(([^()]*)\)|(.)/gu)].map(([, long, short]) => long ?? short ?? ''),
      ),
  }
}
