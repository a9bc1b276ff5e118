import { conditionOf } from './condition'
import { type Conversion, conversionOf } from './conversion'
import { createFlagReader, type Flags, type ReadFlags } from './flags'

/** One affix rule: a root with `flag` forms a word by replacing `strip` at its start or end with `add`. */
export interface Affix {
  readonly flag: string
  readonly strip: string
  readonly add: string
  /** Whether a stem meets the rule's condition at the side of the affix. */
  readonly fits: (stem: string) => boolean
  /** May be combined with an affix at the other side. */
  readonly isCross: boolean
  /** The flags that the affix adds to those of the root. */
  readonly flags: Flags
}

/** Affixes by the text they add. */
export type Affixes = ReadonlyMap<string, readonly Affix[]>

/** The flags with a special meaning; an empty string if the dictionary does not define one. */
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

/** Two parts that may not meet in a compound: the end of the first, the start of the second, their flags. */
export interface CompoundPattern {
  /** `0` means a first part without affixes. */
  readonly end: string
  readonly endFlag: string
  readonly start: string
  readonly startFlag: string
}

/** One element of a compound rule: a flag, and whether it is optional or repeatable. */
export interface RulePlace {
  readonly flag: string
  readonly mayLack: boolean
  readonly mayRepeat: boolean
}

/** The contents of an affix file (`.aff`, hunspell(5)). */
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
  /** The most syllables of a compound with more words than `compoundMax`; 0 if not given. */
  readonly compoundSyllables: number
  readonly vowels: string
  /** Where parts join with three equal letters, one is left out: `Schiff` and `Fahrt` make `Schiffahrt`. */
  readonly leavesOutThird: boolean
  /** Words inside a compound may also have two suffixes. */
  readonly stacksInCompounds: boolean
  /** Converts written words to the spelling of the list; `output` converts suggestions for the writer. */
  readonly input: Conversion
  readonly hasInput: boolean
  readonly output: Conversion
  /** Letters that are removed from every word before it is looked up, such as vowel marks. */
  readonly ignored: string
  /** The language of the file (`LANG`); empty if not given. */
  readonly language: string
  readonly hasSharpS: boolean
  readonly tryLetters: string
  readonly keyboard: string
  readonly replacements: readonly (readonly [wrong: string, right: string])[]
  /** Groups of letters, or sequences of letters, that are easily confused (`MAP`). */
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

/** Flags of more than one character are in parentheses. */
const placesOf = (rule: string): readonly RulePlace[] =>
  [...rule.matchAll(/(?:\(([^()]*)\)|(.))([*?]?)/gsu)].map(([, long, short = '', sign]) => ({
    flag: long ?? short,
    mayLack: sign !== '',
    mayRepeat: sign === '*',
  }))

/** Parses an affix file. Unknown lines are ignored, as in Hunspell. */
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
      .slice(1) // the first line is the number of rules
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
