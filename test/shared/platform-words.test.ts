import { expect, test } from 'vitest'
import { commandOf, titleOf } from '../../shared/commands'
import { platformOf, platformWords, wordsOf } from '../../shared/platform-words'

test.each([
  ['darwin', 'Move to Trash', 'Show in Finder'],
  ['win32', 'Move to Recycle Bin', 'Show in File Explorer'],
  ['linux', 'Move to Trash', 'Show in file manager'],
] as const)('on %s commands are called as the system calls them', (platform, bin, reveal) => {
  expect(titleOf(commandOf('trash-post'), platform)).toBe(bin)
  expect(titleOf(commandOf('show-in-folder'), platform)).toBe(reveal)
  expect(titleOf(commandOf('save'), platform)).toBe('Save')
  expect(platformWords[platform].moveToBin).toContain(platformWords[platform].bin)
})

test('another system of the Unix kind has the words of Linux', () => {
  expect(platformOf('freebsd')).toBe('linux')
  expect(wordsOf('openbsd')).toBe(platformWords.linux)
})
