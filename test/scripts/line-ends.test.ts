import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { withTempFolder } from '../support/temp-folder'

const root = resolve(import.meta.dirname, '../..')
const folder = withTempFolder()

/** Runs git without the settings of this machine and user. */
const git = (...args: string[]): string =>
  execFileSync('git', args, {
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Files whose line ends differ between the repository and the work tree, as reported by `git ls-files --eol`. */
const changedIn = (clone: string): string[] =>
  git('-C', clone, 'ls-files', '--eol')
    .split('\n')
    .filter((line) => /^i\/(\S+)\s+w\/(?!\1\s)/.test(line))

test('a clone with the settings of Git for Windows has the bytes of the repository', (context) => {
  if (!existsSync(join(root, '.git'))) {
    console.log('Skipped: this is no git checkout.')
    context.skip()
  }
  const clone = join(folder(), 'clone')
  git('clone', '--quiet', '--config', 'core.autocrlf=true', '--config', 'core.eol=crlf', root, clone)
  expect(changedIn(clone)).toEqual([])
})
