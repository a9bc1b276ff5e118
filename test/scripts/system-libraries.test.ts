import { expect, test } from 'vitest'
import { availableName, missingLibraries } from '../../scripts/setup/system-libraries.mjs'

test('ldd tells which libraries are missing', () => {
  const printed = `	linux-vdso.so.1 (0x00007ffd)
	libgtk-3.so.0 => not found
	libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f)
	libnss3.so => not found
`
  expect(missingLibraries(printed)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
})

const policy = (name: string, candidate: string) =>
  `${name}:\n  Installed: (none)\n  Candidate: ${candidate}\n  Version table:\n`

test('Debian has the plain name', () => {
  expect(availableName('libasound2', policy('libasound2', '1.2.8-1'))).toBe('libasound2')
})

test('Ubuntu 24.04 has the plain name only as a promise, and the real one with t64', () => {
  const policies = policy('libasound2', '(none)') + policy('libasound2t64', '1.2.11-1ubuntu0.1')
  expect(availableName('libasound2', policies)).toBe('libasound2t64')
})

test('a name nobody knows stays as it is, for apt-get to name it', () => {
  expect(availableName('libgbm1', '')).toBe('libgbm1')
})
