import { expect, test } from 'vitest'
import { nearest } from '../../../../shared/checks/site/nearest'

test.each([
  ['draft', ['drafts', 'published'], 'drafts'],
  ['darft', ['draft', 'published'], 'draft'], // two letters swapped are one mistake
  ['Hello_World', ['hello-world', 'hello'], 'hello-world'],
  ['tech', ['music', 'art'], null],
  ['art', ['ant'], null], // too short to tell
])('%s of %j: %s', (wanted, names, meant) => {
  expect(nearest(wanted, names)).toBe(meant)
})
