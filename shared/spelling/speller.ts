import { eld } from 'eld/extrasmall'
import { proseOf, scriptLanguage } from '../export/language-of'
import { misspelledIn } from './check-words'
import { baseOf, dictionaryOf } from './choose-dictionary'
import type { Dictionary } from './hunspell/dictionary'
import { suggest } from './hunspell/suggest'
import { type OwnWords, ownWords } from './own-words'
import { type PlacedWord, wordsOfProse } from './prose-words'
import { scriptOf, scriptsOf } from './scripts'

/** Fewer letters than these do not tell a language from its neighbours. */
const enoughLetters = 60

/** The language that a text is surely written in; null where it is too short or could be another. */
const reliableLanguage = (text: string): string | null => {
  const prose = proseOf(text)
  const script = scriptLanguage(prose)
  if ((prose.match(/\p{L}/gu)?.length ?? 0) < enoughLetters) return null
  const found = eld.detect(prose)
  return found.language !== '' && found.isReliable() ? found.language : script
}

/** What spelling is checked with. */
export interface SpellingSetup {
  /** Tags of the dictionaries there are. */
  readonly known: readonly string[]
  /** Languages of the writer's system. */
  readonly preferred: readonly string[]
  /** Dictionaries that hold in every paragraph. */
  readonly always: readonly string[]
  /** What the post's head or its site says; null where neither says it. */
  readonly stated: string | null
  /** Some of the body, for its language where nobody says it. */
  readonly sample: string
  readonly words: readonly string[]
}

export interface Speller {
  readonly setUp: (setup: SpellingSetup) => void
  /** The misspelled words of a paragraph. */
  readonly check: (paragraph: string) => Promise<readonly PlacedWord[]>
  /** What a word of a paragraph may have been meant to be, the likeliest first. */
  readonly suggest: (word: string, paragraph: string) => Promise<readonly string[]>
}

/** A dictionary with what has to be known of it besides. */
interface Loaded extends Dictionary {
  readonly tag: string
  readonly scripts: ReadonlySet<RegExp | null>
}

/** With so many of its words known a paragraph is in the language that is expected. */
const shareOfKnown = 0.6
const maxSuggested = 8

/** English writes `café` and `naïve` with and without their marks; its dictionaries have one of the two. */
const knowsPlain = ({ tag, isWord }: Loaded, word: string): boolean =>
  isWord(word) || (baseOf(tag) === 'en' && isWord(word.normalize('NFD').replace(/\p{M}/gu, '')))

/**
 * Checks paragraphs, each in its own language. `load` reads a dictionary and is asked once for each; null says that it
 * cannot be used, and nothing is checked with it.
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

  /** The language that paragraphs are in unless they say otherwise. */
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
