import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from './app'
import { packedProgram, startPackedApp } from './packed-app'

// The state of a fuse is a character in the program.
const disabled = '0'.charCodeAt(0)
const enabled = '1'.charCodeAt(0)

test('the packed program can be nothing but Postwright', async () => {
  const fuses = await getCurrentFuseWire(packedProgram())
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ] as const
  const on = [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar] as const
  for (const fuse of off) expect(fuses[fuse], FuseV1Options[fuse]).toBe(disabled)
  for (const fuse of on) expect(fuses[fuse], FuseV1Options[fuse]).toBe(enabled)
})

test('the packed app opens a post, shows it and saves what is typed', async ({ folder }) => {
  const posts = join(folder, 'site/posts')
  const post = join(posts, 'hello.md')
  const head = '---\ntitle: "Hello from the package"\ndate: "2026-01-02"\n---\n\n'
  await mkdir(posts, { recursive: true })
  await writeFile(post, `${head}# A heading\n`)

  const profile = join(folder, 'profile')
  const env = { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') }
  const { page, close } = await startPackedApp([`--user-data-dir=${profile}`, post], env)
  try {
    const text = page.locator('.cm-content')
    await expect(text).toContainText('A heading')
    await expect(
      page.frameLocator('iframe').first().getByRole('heading', { name: 'A heading' }),
    ).toBeVisible()
    await text.click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('typed in the package')
    await page.keyboard.press('ControlOrMeta+s')
    await expect.poll(() => readFile(post, 'utf8')).toBe(`${head}# A heading\ntyped in the package`)
  } finally {
    await close()
  }
})

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command of the packed program through its launcher, without a display. */
const inTerminal = (cwd: string, ...args: string[]): Promise<Ended> => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const folder = dirname(packedProgram())
  const [program, ...first] =
    process.platform === 'win32'
      ? [packedProgram()]
      : [join(folder, process.platform === 'darwin' ? '../Resources' : 'resources', 'bin/postwright')]
  return new Promise((ended) => {
    execFile(program ?? '', [...first, ...args], { cwd, env, timeout: 60_000 }, (error, out, err) =>
      ended({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

test('the packed program has a command line that shows no window', async ({ folder }) => {
  await mkdir(join(folder, 'posts'))
  const post = join(folder, 'posts/ä b.md')
  await writeFile(post, '---\ntitle: "Ünï"\ndate: 2026-01-02\ndraft: false\n---\n\n[gone](gone.md)\n')
  const run = (...args: string[]) => inTerminal(folder, ...args)

  expect(await run('list', 'posts')).toEqual({ code: 0, out: 'posts/ä b.md\t2026-01-02\tÜnï\n', err: '' })
  expect(await run('get', 'posts/ä b.md', 'title')).toEqual({ code: 0, out: 'Ünï\n', err: '' })
  expect(await run('set', 'posts/ä b.md', 'draft=true')).toMatchObject({ code: 0, err: '' })
  expect(await readFile(post, 'utf8')).toContain('title: "Ünï"\ndate: 2026-01-02\ndraft: true\n')
  expect(await run('check', 'posts')).toMatchObject({ code: 1, out: expect.stringContaining('gone.md') })
  expect(await run('export', 'posts/ä b.md', '-o', 'page.html')).toMatchObject({ code: 0, err: '' })
  expect(await readFile(join(folder, 'page.html'), 'utf8')).toContain('Ünï')
  expect(await run('set', 'posts/ä b.md', '--nope')).toMatchObject({ code: 2, out: '' })
  expect(await run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

test('a long answer reaches a slow reader whole', async ({ folder }) => {
  await mkdir(join(folder, 'posts'))
  const names = Array.from({ length: 400 }, (_, at) => `post-${at}-${'x'.repeat(150)}.md`)
  for (const name of names) await writeFile(join(folder, 'posts', name), '---\ntitle: A\n---\n')
  const { out } = await inTerminal(folder, 'list', 'posts', '--json')
  expect(JSON.parse(out)).toHaveLength((await readdir(join(folder, 'posts'))).length)
})
