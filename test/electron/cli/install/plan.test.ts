import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { installedText, questionOf } from '../../../../electron/cli/install/in-words'
import { install } from '../../../../electron/cli/install/install'
import { type Installation, planInstall } from '../../../../electron/cli/install/plan'
import { withTempFolder } from '../../../support/temp-folder'

const temp = withTempFolder()
const at = (...path: string[]) => join(temp(), ...path)
const linux = (changed: Partial<Installation> = {}): Installation => ({
  platform: 'linux',
  env: { PATH: `/usr/bin:${at('.local/bin')}` },
  home: temp(),
  program: at('opt/postwright'),
  resources: at('opt/resources'),
  ...changed,
})

beforeEach(() => mkdir(at('.local/bin'), { recursive: true }))

describe('on Linux', () => {
  test('the command is a link to the launcher, in a folder on PATH', async () => {
    const plan = await planInstall(linux())
    expect(plan).toMatchObject({ path: at('.local/bin/postwright'), before: 'nothing', onPath: true })
    expect(questionOf(plan).detail).toContain(at('.local/bin/postwright'))
    await install(plan)
    expect(await readlink(plan.path)).toBe(at('opt/resources/bin/postwright'))
    expect(installedText(plan)).toContain(plan.path)
    expect(await planInstall(linux())).toMatchObject({ before: 'same' })
  })

  test('a folder on PATH goes before a more usual one that is not', async () => {
    await mkdir(at('bin'))
    const plan = await planInstall(linux({ env: { PATH: at('bin/') } }))
    expect(plan).toMatchObject({ folder: at('bin'), onPath: true })
  })

  test('a folder that is not on PATH is named with what to do', async () => {
    const plan = await planInstall(linux({ env: { PATH: '/usr/bin' } }))
    expect(plan.onPath).toBe(false)
    expect(installedText(plan)).toContain(`add ${plan.folder} to PATH`)
  })

  test('a link of an app that was moved is replaced', async () => {
    const earlier = at('away/Postwright.app/Contents/Resources/bin/postwright')
    await symlink(earlier, at('.local/bin/postwright'))
    const plan = await planInstall(linux())
    expect(plan.before).toBe('earlier')
    await install(plan)
    expect(await readlink(plan.path)).toBe(at('opt/resources/bin/postwright'))
  })

  test.each([
    ['a file', () => writeFile(at('.local/bin/postwright'), '#!/bin/sh\necho mine\n')],
    ['an empty file', () => writeFile(at('.local/bin/postwright'), '')],
    ['a link to another program', () => symlink('/usr/bin/env', at('.local/bin/postwright'))],
    ['a folder', () => mkdir(at('.local/bin/postwright'))],
  ])('%s of the same name is left alone', async (_what, make) => {
    await make()
    const before = await lstat(at('.local/bin/postwright'))
    await expect(planInstall(linux())).rejects.toThrow(/postwright is another program|It is a folder/)
    expect((await lstat(at('.local/bin/postwright'))).ino).toBe(before.ino)
  })

  test('a name that is taken after the question is not written over', async () => {
    const plan = await planInstall(linux())
    await writeFile(plan.path, 'somebody else’s')
    await expect(install(plan)).rejects.toThrow('already')
    expect(await readFile(plan.path, 'utf8')).toBe('somebody else’s')
  })

  test.skipIf(process.platform === 'win32')(
    'an AppImage gets a script that runs commands without a window',
    async () => {
      const app = at("Ana's Post wright.AppImage")
      await writeFile(app, '#!/bin/sh\nprintf "%s|" "$@"\nexit 5\n')
      await chmod(app, 0o755)
      const plan = await planInstall(linux({ env: { PATH: at('.local/bin'), APPIMAGE: app } }))
      await install(plan)
      const run = () => execFileSync(plan.path, ['set', 'a b.md', 'title=x y'], { encoding: 'utf8' })
      expect(run).toThrow(
        expect.objectContaining({ status: 5, stdout: expect.stringMatching(/\|set\|a b.md\|title=x y\|$/) }),
      )
    },
  )
})

describe('on macOS', () => {
  test.each([
    '/private/var/folders/x/AppTranslocation/1/d/Postwright.app/Contents/Resources',
    '/Volumes/Postwright/Postwright.app/Contents/Resources',
  ])('an app in a place that goes away is to be moved first: %s', async (resources) => {
    await expect(planInstall(linux({ platform: 'darwin', resources }))).rejects.toThrow('Applications')
  })
})

describe('on Windows', () => {
  const windows = (program: string) => linux({ platform: 'win32', program, env: { LOCALAPPDATA: at('Zoë') } })

  test('the command is a batch file that names the user’s folder by its variable', async () => {
    const plan = await planInstall(windows(`${at('Zoë')}\\Programs\\100% Post\\Postwright.exe`))
    expect(plan.path).toBe(at('Zoë/Microsoft/WindowsApps/postwright.cmd'))
    await install(plan)
    const text = await readFile(plan.path, 'latin1')
    expect(text).toMatch(/^@echo off\r\n/)
    expect(text).toContain(
      '"%LOCALAPPDATA%\\Programs\\100%% Post\\Postwright.exe" %*\r\nexit /b %errorlevel%',
    )
    expect(text).not.toMatch(/[^\r]\n|[^ -~\r\n]/)
  })

  test.each([
    ['in other letters', (folder: string) => `C:\\Windows;${folder.toUpperCase()};D:\\x`, true],
    ['with a backslash at its end', (folder: string) => `${folder}\\`, true],
    ['with other signs between', (folder: string) => `"";;${folder.replaceAll('/', '\\')}`, true],
    ['as a part of another one', (folder: string) => `${folder}Old`, false],
  ])('the folder is found on PATH %s', async (_how, path, onPath) => {
    const env = { LOCALAPPDATA: at('Zoë'), Path: path(at('Zoë/Microsoft/WindowsApps')) }
    const plan = await planInstall(linux({ platform: 'win32', program: `${at('Zoë')}\\a\\P.exe`, env }))
    expect(plan.onPath).toBe(onPath)
  })

  test('a program in a folder that a batch file cannot name is refused', async () => {
    await expect(planInstall(windows('D:\\Zoë\\Postwright.exe'))).rejects.toThrow('ASCII')
  })
})
