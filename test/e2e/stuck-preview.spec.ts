import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { Editor } from './pages/editor'

/** Images that are never closed: each searches the rest of the text, so the time grows quadratically. */
const endless = '!['.repeat(1_000_000)

test('a block that takes too long stands as source, and the rest of the post is shown', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000)
  await writeBlog(folder, {
    'stuck.md': {
      head: ['title: Stuck', 'date: 2024-01-01'],
      body: `Before it.\n\nEndless ${endless}\n\nAfter **it**.`,
    },
  })
  const { page } = await launch({ open: join(folder, 'posts/stuck.md') })
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('#post strong')).toHaveText('it', { timeout: 60_000 })
  await expect(frame.locator('.shown-as-source')).toContainText('Endless ![![')
  await expect(
    page.getByText(/A block took too long to render and is shown as source in the preview/),
  ).toBeVisible()

  // The new worker follows what is typed.
  await new Editor(page).toEnd()
  await page.keyboard.type(' And *typed*.')
  await expect(frame.locator('#post em')).toHaveText('typed')
})
