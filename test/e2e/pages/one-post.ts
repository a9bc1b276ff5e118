import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { RunningApp } from '../app'

/** The text of the one post. */
export const post = '---\ntitle: Safe\ndraft: true\n---\n\nFirst paragraph.\n\nSecond paragraph.\n'

/** A blog with one post, and a profile with the given settings. */
export const prepare = async (folder: string, settings: Record<string, unknown> = {}) => {
  const posts = join(folder, 'blog/posts')
  const profile = join(folder, 'profile')
  await mkdir(posts, { recursive: true })
  await mkdir(join(profile, 'data'), { recursive: true })
  await writeFile(join(profile, 'data/settings.json'), JSON.stringify(settings))
  const file = join(posts, 'a.md')
  await writeFile(file, post)
  return { posts, profile, file, read: () => readFile(file, 'utf8') }
}

/** The text as the writer sees it. */
export const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the post' })
/** The save state in the status bar. */
export const status = (page: Page, words: string) => page.getByText(words, { exact: true })

/** Types at the end of the text. */
export const typeAtEnd = async (page: Page, words: string): Promise<void> => {
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(words)
}

/** Ends the app as a power cut would. */
export const kill = async ({ app }: RunningApp): Promise<void> => {
  const process = app.process()
  const ended = new Promise((done) => process.once('exit', done))
  process.kill('SIGKILL')
  await ended
}
