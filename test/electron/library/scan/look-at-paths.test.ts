import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lookAtPaths } from '../../../../electron/library/scan/look-at-paths'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()
const [nfc, nfd] = ['Caf\u00e9', 'Cafe\u0301']
const look = (...paths: string[]) => lookAtPaths(folder(), paths, () => false)

const makeListed = (listed: string): void => {
  mkdirSync(join(folder(), listed, 'deep'), { recursive: true })
  writeFileSync(join(folder(), listed, 'deep/a.md'), 'x')
}

test.each([
  [nfc, nfd],
  [nfd, nfc],
])(
  'an event that spells a folder in another form than it is listed in is about the listed one',
  (listed, told) => {
    makeListed(listed)
    expect(look(`${told}/deep/a.md`).posts.map(({ id }) => id)).toEqual([`${listed}/deep/a.md`])
    expect(look(`${told}/deep`).folders).toEqual([`${listed}/deep`])
    expect(look(told).folders).toEqual([listed])
  },
)

test('what is gone is told in each spelling it may have been listed in', () => {
  makeListed(nfc)
  const { gone } = look(`${nfd}/deep/n\u00e9.md`)
  expect(gone).toContain(`${nfc}/deep/n\u00e9.md`)
  expect(gone).toContain(`${nfd}/deep/ne\u0301.md`)
})

test('where both forms stand side by side, each is itself', () => {
  mkdirSync(join(folder(), nfc))
  mkdirSync(join(folder(), nfd))
  writeFileSync(join(folder(), nfc, 'a.md'), 'x')
  writeFileSync(join(folder(), nfd, 'a.md'), 'x')
  expect(look(`${nfd}/a.md`, `${nfc}/a.md`).posts.map(({ id }) => id)).toEqual([`${nfd}/a.md`, `${nfc}/a.md`])
})
