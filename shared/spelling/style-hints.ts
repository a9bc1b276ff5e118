import { type Sentence, sentencesOf } from '../text/sentences'
import { wordsOfProse } from './prose-words'

/** Why a passage may be hard to read. */
export type StyleHintKind = 'long-sentence' | 'repeated-word' | 'passive'

/** A passage that could be easier to read. */
export interface StyleHint {
  readonly kind: StyleHintKind
  readonly from: number
  readonly to: number
  /** Words of a long sentence; 0 for other hints. */
  readonly words: number
}

/** Sentences with more words are long (plainlanguage.gov asks for 20 on average). */
const maxWords = 32

const longSentences = (sentences: readonly Sentence[]): readonly StyleHint[] =>
  sentences.flatMap(({ text, from }) => {
    const words = wordsOfProse(text).length
    const start = text.length - text.trimStart().length
    const to = from + text.trimEnd().length
    return words > maxWords ? [{ kind: 'long-sentence' as const, from: from + start, to, words }] : []
  })

const repeated =
  /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}'’]*)(?:[ \t]+|[ \t]*\n[ \t]+)\1(?![\p{L}\p{M}\p{N}'’-])/giu

/** Words that may occur twice in a row: `had had`, `that that`, `die die`. */
const mayRepeat = new Set([
  'had',
  'that',
  'die',
  'das',
  'der',
  'sie',
  'nous',
  'vous',
  'very',
  'bye',
  'ha',
  'blah',
])

const repeatedWords = (text: string): readonly StyleHint[] =>
  [...text.matchAll(repeated)]
    .filter(([, word = '']) => word.length > 1 && !mayRepeat.has(word.toLowerCase()))
    .map(({ 0: found, index }) => ({
      kind: 'repeated-word',
      from: index,
      to: index + found.length,
      words: 0,
    }))

const irregular =
  'been|begun|bitten|blown|born|bought|bound|broken|brought|built|caught|chosen|cut|done|drawn|driven|eaten|fallen|fed|felt|fought|found|forgotten|forgiven|frozen|given|grown|heard|held|hidden|hit|hurt|kept|known|laid|led|left|lent|lost|made|meant|met|paid|put|read|ridden|run|said|seen|sent|set|shot|shown|shut|sold|spent|split|spoken|stolen|struck|stuck|sung|sworn|taken|taught|thought|thrown|told|torn|understood|won|worn|written'

// English only: a form of "to be", an optional adverb, and a participle.
const passiveVoice = new RegExp(
  String.raw`\b(?:am|are|is|was|were|be|been|being)\b(?:\s+(?:not|never|always|often|also|just|\w+ly))?\s+(?:\w{2,}ed|${irregular})\b`,
  'gi',
)
/** Adjectives that look like participles. */
const noPassive =
  /\b(?:need|inde|bleed|breed|exceed|feed|seed|speed|succeed|weed|red|bed|hundred|sacred|naked|wicked|tired|excited|interested|used|supposed)$/i

const passives = (text: string): readonly StyleHint[] =>
  [...text.matchAll(passiveVoice)]
    .filter(([found]) => !noPassive.test(found))
    .map(({ 0: found, index }) => ({ kind: 'passive', from: index, to: index + found.length, words: 0 }))

/** Passages of a paragraph that could be easier to read. The passive voice is detected only in English. */
export const styleHintsIn = (text: string, language: string): readonly StyleHint[] =>
  [
    ...longSentences(sentencesOf(text)),
    ...repeatedWords(text),
    ...(language.startsWith('en') ? passives(text) : []),
  ].sort((one, other) => one.from - other.from)

/**
 * How hard a text is to read, as LIX (Björnsson, 1968): words per sentence plus the percentage of words with
 * more than six letters, valid in any language that separates words. Below 30 is easy, above 50 hard. Null if
 * the text is too short.
 */
export const readabilityOf = (text: string): number | null => {
  const words = wordsOfProse(text)
  if (words.length < 30) return null
  const sentences = sentencesOf(text).filter((sentence) => wordsOfProse(sentence.text).length > 0).length
  const long = words.filter((word) => word.text.length > 6).length
  return Math.round(words.length / Math.max(1, sentences) + (100 * long) / words.length)
}
