import { eld } from 'eld/extrasmall'
import { proseOf, scriptLanguage } from '../export/language-of'
import { misspelledIn } from './check-words'
import { baseOf, dictionaryOf } from './choose-dictionary'
import type { Dictionary } from './hunspell/dictionary'
import { suggest } from './hunspell/suggest'
import { type OwnWords, ownWords } from './own-words'
import { type PlacedWord, wordsOfProse } from './prose-words'
import { scriptOf, scriptsOf } from './scripts'

/** With fewer letters, a language cannot be told from similar ones. */
const enoughLetters = 60

/** The language of a text; null if the text is too short or ambiguous. */
const reliableLanguage = (text: string): string | null => {
  const prose = proseOf(text)
  const script = scriptLanguage(prose)
  if ((prose.match(/\p{L}/gu)?.length ?? 0) < enoughLetters) return null
  const found = eld.detect(prose)
  return found.language !== '' && found.isReliable() ? found.language : script
}

/** The settings of the spelling check. */
export interface SpellingSetup {
  /** Tags of the available dictionaries. */
  readonly known: readonly string[]
  /** Languages of the writer's system. */
  readonly preferred: readonly string[]
  /** Dictionaries that are used for every paragraph. */
  readonly always: readonly string[]
  /** The language given in the post's head or by its site; null if neither gives one. */
  readonly stated: string | null
  /** Part of the body, to detect its language if none is stated. */
  readonly sample: string
  readonly words: readonly string[]
}

export interface Speller {
  readonly setUp: (setup: SpellingSetup) => void
  /** The misspelled words of a paragraph. */
  readonly check: (paragraph: string) => Promise<readonly PlacedWord[]>
  /** Suggestions for a misspelled word of a paragraph, the likeliest first. */
  readonly suggest: (word: string, paragraph: string) => Promise<readonly string[]>
}

/** A dictionary with its tag and its scripts. */
interface Loaded extends Dictionary {
  readonly tag: string
  readonly scripts: ReadonlySet<RegExp | null>
}

/** A paragraph with at least this share of known words is in the expected language. */
const shareOfKnown = 0.6
const maxSuggested = 8

/** English spells `café` and `naïve` with or without accents; its dictionaries contain only one form. */
const knowsPlain = ({ tag, isWord }: Loaded, word: string): boolean =>
  isWord(word) || (baseOf(tag) === 'en' && isWord(word.normalize('NFD').replace(/\p{M}/gu, '')))

/**
 * Checks paragraphs, each in its own language. `load` reads a dictionary and is called once for each; null
 * means that it cannot be used, and nothing is checked with it.
 */
export const createSpeller = (load: (tag: string) => Promise<Dictionary | null>): Speller => {
  const loading = new Map<string, Promise<Loaded | null>>()
  let setup: SpellingSetup = { known: [], preferred: [], always: [], stated: null, sample: '', words: [] }
  let own: OwnWords = ownWords([])
  let expected: string | null = null

  const loaded = (tag: string): Promise<Loaded | null> => {
    const known = loading.get(tag)
    if (known) return known
    const coming = load(tag).then(
      (dictionary) => dictionary && { ...dictionary, tag, scripts: scriptsOf(dictionary.words.roots()) },
    )
    loading.set(tag, coming)
    return coming
  }

  const find = (language: string): string | null => dictionaryOf(language, setup.known, setup.preferred)

  /** The language that paragraphs are assumed to be in. */
  const expectedLanguage = (): string =>
    setup.stated ?? reliableLanguage(setup.sample) ?? setup.preferred[0] ?? 'en'

  const knowsWith = (dictionaries: readonly Loaded[]) => (word: string) => {
    if (own.has(word)) return true
    const script = scriptOf(word)
    const able = dictionaries.filter(({ scripts }) => scripts.has(script))
    return able.length === 0 ? null : able.some((dictionary) => knowsPlain(dictionary, word))
  }

  const isIn = (paragraph: string, dictionary: Loaded): boolean => {
    const words = wordsOfProse(paragraph)
    const known = words.filter(({ text }) => knowsWith([dictionary])(text) === true)
    return known.length >= shareOfKnown * words.length
  }

  const tagOf = async (paragraph: string): Promise<string | null> => {
    expected ??= expectedLanguage()
    const usual = find(expected)
    if ((paragraph.match(/\p{L}/gu)?.length ?? 0) < enoughLetters) return usual
    const dictionary = usual === null ? null : await loaded(usual)
    if (dictionary && isIn(paragraph, dictionary)) return usual
    const found = reliableLanguage(paragraph)
    return found === null || baseOf(found) === baseOf(expected) ? usual : find(found)
  }

  const dictionariesOf = async (paragraph: string): Promise<readonly Loaded[]> => {
    const own = await tagOf(paragraph)
    const tags = new Set([
      ...(own === null ? [] : [own]),
      ...setup.always.filter((tag) => setup.known.includes(tag)),
    ])
    const all = await Promise.all([...tags].map(loaded))
    return all.filter((dictionary) => dictionary !== null)
  }

  return {
    setUp: (next) => {
      setup = next
      own = ownWords(next.words)
      expected = null
    },
    check: async (paragraph) => misspelledIn(paragraph, knowsWith(await dictionariesOf(paragraph))),
    suggest: async (word, paragraph) => {
      const script = scriptOf(word)
      const able = (await dictionariesOf(paragraph)).filter(({ scripts }) => scripts.has(script))
      const lists = able.map((dictionary) => suggest(dictionary, word, maxSuggested))
      const mixed = Array.from({ length: maxSuggested }, (_none, at) =>
        lists.flatMap((list) => list[at] ?? []),
      )
      return [...new Set(mixed.flat())].slice(0, maxSuggested)
    },
  }
}
