import { execFileSync } from 'node:child_process'
import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { commandNames } from '../../../../electron/cli/command-line'
import { commandOfLaunch } from '../../../../electron/cli/launch/command-of-launch'
import { withTempFolder } from '../../../support/temp-folder'

const shipped = resolve(import.meta.dirname, '../../../../assets/launcher/postwright')
const temp = withTempFolder()
const app = (...path: string[]) => join(temp(), 'Post wright', ...path)

describe.skipIf(process.platform === 'win32')('the launcher', () => {
  beforeEach(async () => {
    await mkdir(app('resources/bin'), { recursive: true })
    await copyFile(shipped, app('resources/bin/postwright'))
    await chmod(app('resources/bin/postwright'), 0o755)
    await writeFile(app('postwright'), '#!/bin/sh\nprintf "%s\\n" "$0" "$@"\nexit 3\n')
    await chmod(app('postwright'), 0o755)
  })

  const run = (path: string, ...args: string[]): { code: number; argv: readonly string[] } => {
    try {
      return { code: 0, argv: execFileSync(path, args, { encoding: 'utf8' }).split('\n').slice(0, -1) }
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string }
      return { code: status, argv: stdout.split('\n').slice(0, -1) }
    }
  }

  test.each([...commandNames, 'help', '--help', '-h', '--version', '-v'])(
    'runs %s in the terminal, as the program itself understands it',
    (name) => {
      const { code, argv } = run(app('resources/bin/postwright'), name, 'a b.md', '--json')
      expect(code).toBe(3)
      expect(commandOfLaunch(argv, false)).toEqual([name, 'a b.md', '--json'])
    },
  )

  test('finds its program through links, relative ones too', async () => {
    await mkdir(join(temp(), 'bin'))
    await symlink('../Post wright/resources/bin/postwright', join(temp(), 'bin/one'))
    await symlink(join(temp(), 'bin/one'), join(temp(), 'bin/two'))
    expect(run(join(temp(), 'bin/two'), 'list').code).toBe(3)
  })

  test('never takes the sandbox from a window', async () => {
    await writeFile(app('postwright'), `#!/bin/sh\nprintf "%s\\n" "$@" >"${app('seen')}"\n`)
    for (const args of [['posts'], ['./list'], ['--', 'list'], ['posts', 'list']]) {
      await writeFile(app('seen'), '')
      expect(run(app('resources/bin/postwright'), ...args).code).toBe(0)
      await expect.poll(() => readFile(app('seen'), 'utf8')).toBe(`${args.join('\n')}\n`)
    }
  })
})
