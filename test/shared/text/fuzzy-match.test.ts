import { expect, test } from 'vitest'
import { foldText } from '../../../shared/text/fold-text'
import { fuzzyMatch, fuzzyPattern } from '../../../shared/text/fuzzy-match'

const best = (typed: string, texts: readonly string[]): string | undefined =>
  texts
    .map((text) => ({ text, score: fuzzyMatch(fuzzyPattern(typed), foldText(text))?.score ?? -1 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)[0]?.text

test('letters in order match, others do not', () => {
  expect(fuzzyMatch('dk', 'docker')).not.toBeNull()
  expect(fuzzyMatch('kd', 'docker')).toBeNull()
})

test.each([
  ['docker', ['my dear old cooker', 'Docker for all'], 'Docker for all'],
  ['dak', ['a dark night', 'Docker and Kubernetes'], 'Docker and Kubernetes'],
  ['cafe', ['Café', 'carafe'], 'Café'],
  ['post', ['compost', 'post'], 'post'],
])('%s finds the likeliest of %j', (typed, texts, expected) => expect(best(typed, texts)).toBe(expected))

test('the places of the letters are told', () => {
  expect(fuzzyMatch('ak', 'docker and kubernetes')?.at).toEqual([7, 11])
})
