import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from './app'
import { packedProgram, startPackedApp } from './packed-app'

// The state of a fuse is written into the program as a character.
const disabled = '0'.charCodeAt(0)
const enabled = '1'.charCodeAt(0)

test('the packed program can be nothing but Postwright', async () => {
  const fuses = await getCurrentFuseWire(packedProgram())
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ] as const
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ] as const
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
