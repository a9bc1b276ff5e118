import { expect, test } from 'vitest'
import { placeOfWord, wordAt } from '../../../renderer/scroll-sync/word-places'

test('the word under the pointer', () => {
  expect(wordAt('two words here', 5)).toEqual({ word: 'words', from: 4 })
  expect(wordAt('ends here', 9)).toEqual({ word: 'here', from: 5 })
  expect(wordAt('größte Überraschung', 8)).toEqual({ word: 'Überraschung', from: 7 })
  expect(wordAt('a  b', 2).word).toBe('')
})

test('the same word for the second time is found in its second place', () => {
  expect(placeOfWord('the **cat** and the cat', 'cat', 0)).toBe(6)
  expect(placeOfWord('the **cat** and the cat', 'cat', 1)).toBe(20)
  expect(placeOfWord('the cat', 'cat', 5)).toBe(4)
  expect(placeOfWord('the cat', 'dog', 0)).toBe(-1)
})
