import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ElectronApplication } from '@playwright/test'
import { noteTrial } from '../support/trial'
import { expect, test } from './app'
import { inJournal } from './pages/journal'
import { kill, post, prepare, status, text, typeAtEnd } from './pages/one-post'

const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0

/** Delays every fsync of the app's main process from now on. */
const slowDown = async (app: ElectronApplication, seconds: number): Promise<void> => {
  const inject = `inject=fsync,fdatasync:delay_enter=${seconds}s`
  const tracer = spawn('strace', [
    '-f',
    '-p',
    `${app.process().pid}`,
    '-e',
    'trace=fsync,fdatasync',
    '-e',
    inject,
  ])
  let told = ''
  tracer.stderr.on('data', (data: Buffer) => {
    told += data.toString()
  })
  await expect.poll(() => told).toContain('attached')
  await sleep(300) // strace attaches to its other threads one by one
}

// Once after the file has its name, and once before the name is on the disk: the save waits at different times.
for (const [name, moment] of [
  ['before the file has its new text', 'before'],
  ['after the file has its new text', 'after'],
] as const) {
  test(`killed while a save waits for a slow disk, ${name}: the next start asks nothing and has all the text`, async ({
    folder,
    launch,
  }) => {
    test.skip(!hasStrace, 'Making the disk slow takes strace.')
    test.setTimeout(120_000)
    noteTrial('Kills while a save waits for the disk', { tried: 1 })
    const { profile, file, read } = await prepare(folder, { autosave: 'off' })
    const first = await launch({ open: file, profile })
    await typeAtEnd(first.page, 'Saved slowly.')
    await inJournal(profile, 'Saved slowly.')
    await slowDown(first.app, 4)
    await first.page.keyboard.press('ControlOrMeta+s')
    if (moment === 'after') await expect.poll(read, { timeout: 30_000 }).toContain('Saved slowly.')
    else await sleep(1_500)
    await expect(status(first.page, 'Saved')).toBeHidden()
    await kill(first)

    const { page } = await launch({ open: file, profile })
    await expect(text(page)).toContainText('Saved slowly.')
    await typeAtEnd(page, ' And on.')
    await page.keyboard.press('ControlOrMeta+s')
    await expect.poll(read).toBe(`${post}Saved slowly. And on.`)
    await expect(status(page, 'Saved')).toBeVisible()
    await expect(page.getByText(/another program|changed on (?:the )?disk/i)).toHaveCount(0)
    noteTrial('Kills while a save waits for the disk', { survived: 1 })
  })
}
