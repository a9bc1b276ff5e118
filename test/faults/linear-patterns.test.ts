import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type LongText, longTextsFor, patternsBelow, textOf } from '../support/patterns-in-source'
import { noteTrial } from '../support/trial'

const root = join(import.meta.dirname, '../..')

/** Patterns that may take quadratic time because their text is short; each with what bounds its length. */
const bounded: Readonly<Record<string, string>> = {
  'shared/references/headings.ts': 'cut at 1,000 characters before',
  'shared/checks/parts/heading-ids.ts': 'cut at 1,000 characters before',
  'shared/markdown/kramdown/text/attribute-list.ts': 'cut at 2,000 characters before',
  'shared/markdown/tags/tag-at.ts': 'what stands in a tag has 4,000 characters at most',
  'shared/markdown/tags/tags-in-code.ts': 'looks 1,000 characters ahead at most',
  'shared/shortcodes/read/component.ts': 'looks 2,000 characters ahead at most',
  'shared/spelling/hunspell/encoding.ts': 'looks at the head of a dictionary only',
  'shared/spelling/prose-words.ts': 'parts of 5,000 characters, in which no word has 200',
  'electron/export/page-fonts.ts': 'HTML of our own sanitiser, in which every element is closed',
}

const lengths = { middle: 160, short: 1600, long: 6400 }
/** Few enough repetitions that an exponential pattern finishes, and enough that it is noticed. */
const few = [12, 18, 24]
/** In milliseconds for a text of 1,600 characters; less cannot be measured. */
const noticedMs = 0.4
/** Four times the text takes four times as long, or sixteen times if the work is quadratic. */
const maxGrowth = 9

const timeOn = (pattern: RegExp, text: string): number => {
  const began = performance.now()
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else {
    pattern.lastIndex = 0
    pattern.exec(text)
  }
  return performance.now() - began
}

const leastTimeOn = (pattern: RegExp, text: string): number =>
  Math.min(...Array.from({ length: 3 }, () => timeOn(pattern, text)))

/** Whether the pattern takes much longer on four times the text. A busy machine slows down one try, but not all. */
const isSlowOn = (pattern: RegExp, recipe: LongText): boolean => {
  const tiny = few.map((count) => textOf(recipe, count * recipe.unit.length))
  for (const text of [...tiny, textOf(recipe, lengths.middle)])
    if (timeOn(pattern, text) > 20 && leastTimeOn(pattern, text) > 20) return true
  const short = textOf(recipe, lengths.short)
  if (timeOn(pattern, short) < noticedMs) return false
  const before = leastTimeOn(pattern, short)
  if (before > 50) return true // the longer text would take minutes
  return before > noticedMs && leastTimeOn(pattern, textOf(recipe, lengths.long)) > before * maxGrowth
}

const slowOnes = (folder: string): readonly string[] => {
  const all = patternsBelow(root, folder).filter(({ file }) => !Object.hasOwn(bounded, file))
  const slow = all.flatMap(({ file, line, pattern }) => {
    const recipe = longTextsFor(pattern).find((each) => isSlowOn(pattern, each))
    return recipe === undefined ? [] : [`${file}:${line} ${pattern} on ${JSON.stringify(recipe)}`]
  })
  noteTrial('Patterns on long texts', { tried: all.length, survived: all.length - slow.length })
  return slow
}

test('a pattern that takes the square of its text is noticed, and one that takes more', () => {
  const isNoticed = (pattern: RegExp) => longTextsFor(pattern).some((recipe) => isSlowOn(pattern, recipe))
  const doubling = /^x:(?:\{[^}]*\}|\S)+ y$/
  for (const pattern of [/\s+$/, /^[ \t]*(.*?)[ \t]*:/, /\{\{[^}]*\}\}/g, /\[[^\]]*\]/g, doubling])
    expect([pattern, isNoticed(pattern)]).toEqual([pattern, true])
  for (const pattern of [/^\s+/, /(?<!\s)\s+$/, /\{\{[^{}]*\}\}/g])
    expect([pattern, isNoticed(pattern)]).toEqual([pattern, false])
})

// Thousands of long texts: part of the long run.
test.runIf(process.env.POSTWRIGHT_LONG === '1').each(['shared', 'electron'])(
  'every pattern in %s grows with its text, whatever the text',
  (folder) => {
    expect(slowOnes(folder)).toEqual([])
  },
)
