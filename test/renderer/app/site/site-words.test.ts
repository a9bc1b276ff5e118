import { expect, test } from 'vitest'
import { folderEvidence, folderInWords, generatorEvidence } from '../../../../renderer/app/site/site-words'

const found = { generator: 'found', postsFolder: 'found', signs: [] } as const

test.each([
  [{ ...found, signs: ['package:astro'] }, 'package.json lists astro.'],
  [{ ...found, signs: ['hugo.toml'] }, 'Found: hugo.toml.'],
  [{ ...found, signs: ['_posts', '_layouts'] }, 'Found: _posts and _layouts.'],
  [{ ...found, signs: ['a.js', 'package:x', 'package:y'] }, 'Found: a.js. package.json lists x and y.'],
  [{ ...found, signs: ['website/package:x'] }, 'package.json lists x.'],
  [found, 'No generator was recognized.'],
  [{ ...found, generator: 'chosen', signs: ['hugo.toml'] }, 'You chose this.'],
  [{ ...found, generator: 'postwright.json' }, 'Set in postwright.json.'],
] as const)('%j', (finding, words) => expect(generatorEvidence(finding)).toBe(words))

test('folders are told with their posts', () => {
  expect(folderInWords('.', 'garden', 1)).toBe('garden (1 post)')
  expect(folderInWords('src/posts', 'garden', 1234)).toBe('src/posts (1,234 posts)')
  expect(folderInWords('src/posts', 'garden', null)).toBe('src/posts')
  expect(folderEvidence(found)).toBe('')
  expect(folderEvidence({ ...found, postsFolder: 'chosen' })).toBe('You chose this folder.')
})
