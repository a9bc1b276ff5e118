import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ElectronApplication } from '@playwright/test'
import { noteTrial } from '../support/trial'
import { expect, type LaunchOptions, type RunningApp, test } from './app'
import { textInJournal } from './pages/journal'
import { kill, prepare, text } from './pages/one-post'

const isLong = process.env.POSTWRIGHT_LONG === '1'
const rounds = isLong ? 6 : 1
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Types a letter as the system does, without waiting until the page has handled the previous one. */
const typeLetter = (app: ElectronApplication, letter: string) =>
  app.evaluate(({ BrowserWindow }, keyCode) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.sendInputEvent({ type: 'keyDown', keyCode })
    contents?.sendInputEvent({ type: 'char', keyCode })
    contents?.sendInputEvent({ type: 'keyUp', keyCode })
  }, letter)

/** Types into a post and kills the app; returns what was typed more than a second before, and what the journal has. */
const typeAndKill = async (
  folder: string,
  launch: (options: LaunchOptions) => Promise<RunningApp>,
  body: string,
) => {
  noteTrial('Kills while typing', { tried: 1 })
  const { profile, file } = await prepare(folder, { autosave: 'off' })
  await writeFile(file, body)
  const running = await launch({ open: file, profile })
  await expect(text(running.page)).toContainText('word', { timeout: 60_000 })
  await text(running.page).focus()
  await running.page.keyboard.press('ControlOrMeta+Home')
  const typed: { readonly letter: string; readonly at: number }[] = []
  const end = performance.now() + 2_500 + Math.random() * 500
  for (let at = 0; performance.now() < end; at++) {
    const letter = letters[at % letters.length] ?? ''
    typed.push({ letter, at: performance.now() })
    await typeLetter(running.app, letter)
    await sleep(90)
  }
  const killed = performance.now()
  await kill(running)
  const promised = typed.filter(({ at }) => killed - at > 1_000).map(({ letter }) => letter)
  return { promised: promised.join(''), kept: await textInJournal(profile) }
}

const expectKept = ({ promised, kept }: Awaited<ReturnType<typeof typeAndKill>>) => {
  expect(promised.length).toBeGreaterThan(3)
  expect(kept.slice(0, promised.length)).toBe(promised)
  noteTrial('Kills while typing', { survived: 1 })
}

for (let round = 1; round <= rounds; round++) {
  test(`eight megabytes in one paragraph: what is a second old when the app is killed is kept, ${round}`, async ({
    folder,
    launch,
  }) => {
    test.skip(!isLong, 'Eight megabytes reach the disk within a second where nothing else wants the machine.')
    test.setTimeout(240_000)
    expectKept(await typeAndKill(folder, launch, 'word '.repeat(1_600_000)))
  })

  test(`a machine that is busy: what is a second old when the app is killed is kept, ${round}`, async ({
    folder,
    launch,
  }) => {
    test.setTimeout(240_000)
    const busy = Array.from({ length: availableParallelism() }, () =>
      spawn(process.execPath, ['-e', 'for (;;);']),
    )
    try {
      expectKept(await typeAndKill(folder, launch, 'word\n'))
    } finally {
      for (const child of busy) child.kill()
    }
  })
}
