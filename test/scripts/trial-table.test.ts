import { expect, test } from 'vitest'
import { trialTable } from '../../scripts/run/trial-table.mjs'

test('what was tried is added up by what it was; what did not survive failed', () => {
  const notes = [
    { what: 'Kills while saving', tried: 1 },
    { what: 'Kills while saving', survived: 1 },
    { what: 'Hostile calls', tried: 1200 },
    { what: 'Kills while saving', tried: 1 },
    { what: 'Hostile calls', survived: 1200 },
  ]
  expect(trialTable(`${notes.map((note) => JSON.stringify(note)).join('\n')}\n`)).toBe(
    [
      'Tried               Times  Survived  Failed',
      'Hostile calls       1,200     1,200       0',
      'Kills while saving      2         1       1',
    ].join('\n'),
  )
})
