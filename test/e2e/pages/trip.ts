import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeTrip } from '../../support/write-site'
import type { OpenInApp } from '../app'
import { text } from './one-post'
import { waitForPreview } from './preview'

/** Opens the post of a small site with its images in a public folder, the caret at the end of the text. */
export const openTrip = async (
  folder: string,
  open: OpenInApp,
): Promise<{ readonly site: string; readonly page: Page }> => {
  const site = join(folder, 'site')
  await writeTrip(site)
  const { page } = await open(join(site, 'posts/trip.md'))
  await waitForPreview(page, 'Words.')
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  return { site, page }
}
