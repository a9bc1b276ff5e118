import { writeFile } from 'node:fs/promises'
import { noteTrial } from '../support/trial'
import { expect, test } from './app'
import { focusText } from './pages/editor'
import { inJournal } from './pages/journal'
import { kill, post, prepare, status, text, typeAtEnd } from './pages/one-post'

test('after kill -9 the next start brings text, caret and undo back, and says so', async ({
  folder,
  launch,
}) => {
  const { profile, file, read } = await prepare(folder, { autosave: 'off' })
  const first = await launch({ open: file, profile })
  await typeAtEnd(first.page, 'Typed and never ')
  await inJournal(profile, 'never')
  await typeAtEnd(first.page, 'saved.')
  await inJournal(profile, 'saved.')
  await kill(first)
  expect(await read()).toBe(post)

  const { page } = await launch({ open: file, profile })
  await expect(text(page)).toContainText('Typed and never saved.')
  await expect(page.getByText('Unsaved text restored: “a.md”.')).toBeVisible()
  await expect(status(page, 'Unsaved')).toBeVisible()
  await focusText(page)
  await page.keyboard.type(' And on.')
  await expect(text(page)).toContainText('Typed and never saved. And on.')
  for (let step = 0; step < 6; step++) await page.keyboard.press('ControlOrMeta+z')
  await expect(text(page)).not.toContainText('Typed')
  for (let step = 0; step < 6; step++) await page.keyboard.press('ControlOrMeta+y')
  await expect(text(page)).toContainText('Typed and never saved. And on.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(status(page, 'Saved')).toBeVisible()
})

test('killed at random moments while typing, at most the last second is lost', async ({ folder, launch }) => {
  test.skip(process.env.POSTWRIGHT_LONG !== '1', 'part of the long run: POSTWRIGHT_LONG=1')
  test.setTimeout(600_000)
  const { profile, file } = await prepare(folder, { autosave: 'off' })
  let safe = 0
  for (let round = 0; round < 8; round++) {
    noteTrial('Kills while typing', { tried: 1 })
    const running = await launch({ open: file, profile })
    await expect(text(running.page)).toContainText(safe === 0 ? 'paragraph' : `w${safe - 1} `)
    const typed: number[] = []
    await typeAtEnd(running.page, '')
    const end = performance.now() + 1500 + Math.random() * 2000
    while (performance.now() < end) {
      await running.page.keyboard.type(`w${safe + typed.length} `)
      typed.push(performance.now())
    }
    const killed = performance.now()
    await kill(running)
    safe += typed.filter((time) => killed - time > 1000).length
    const { page, close } = await launch({ open: file, profile })
    expect(safe).toBeGreaterThan(0)
    await expect(text(page)).toContainText(`w${safe - 1} `)
    noteTrial('Kills while typing', { survived: 1 })
    await typeAtEnd(page, '')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(`w${safe - 1} `)
    await page.keyboard.press('ControlOrMeta+s')
    await expect(status(page, 'Saved')).toBeVisible()
    await close()
  }
})

test('text recovered over a file that changed meanwhile is merged', async ({ folder, launch }) => {
  const { profile, file, read } = await prepare(folder, { autosave: 'off' })
  const first = await launch({ open: file, profile })
  await typeAtEnd(first.page, 'Mine.')
  await inJournal(profile, 'Mine.')
  await kill(first)
  await writeFile(file, post.replace('draft: true', 'draft: false'))
  const { page } = await launch({ open: file, profile })
  await expect(text(page)).toContainText('Mine.')
  await text(page).focus()
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(read).toBe(`${post.replace('draft: true', 'draft: false')}Mine.`)
})
