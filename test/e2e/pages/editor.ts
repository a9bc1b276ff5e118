import type { Locator, Page } from '@playwright/test'

/** Focuses the text and waits for the frame that shows it, as any person would. */
export const focusText = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Text of the post' }).focus()
  await page.locator('.cm-editor.cm-focused').waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))))
}

/** Types with the page's clock stopped, so that a pause of the machine does not make several undo steps of it. */
export const typeInOneMoment = async (page: Page, words: string): Promise<void> => {
  const running = await page.evaluateHandle(() => {
    const { now } = Date
    const moment = now()
    Date.now = () => moment
    return now
  })
  await page.keyboard.type(words)
  await page.evaluate((now) => {
    Date.now = now
  }, running)
}

/** The editor and the form at its top, as a writer sees them. */
export class Editor {
  readonly pane: Locator
  readonly text: Locator
  readonly form: Locator
  readonly status: Locator

  constructor(readonly page: Page) {
    this.pane = page.getByRole('region', { name: 'Editor' })
    this.text = this.pane.getByRole('textbox', { name: 'Text of the post' })
    this.form = this.pane.getByRole('region', { name: 'Front matter' })
    this.status = page.getByRole('contentinfo').getByRole('status')
  }

  /** The control of a field, by its key. */
  field(key: string): Locator {
    return this.form.getByLabel(key, { exact: true })
  }

  flag(key: string): Locator {
    return this.form.getByRole('switch', { name: key })
  }

  /** Puts the caret at the end of the text. */
  async toEnd(): Promise<void> {
    await this.focusText()
    await this.page.keyboard.press('ControlOrMeta+End')
  }

  /** Puts the caret at the start of the body. */
  async toStart(): Promise<void> {
    await this.focusText()
    await this.page.keyboard.press('ControlOrMeta+Home')
  }

  /** Presses a key a number of times. */
  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(key)
  }

  /** Focuses the text, with the caret where it was before. */
  focusText(): Promise<void> {
    return focusText(this.page)
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S')
    await this.page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor()
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Z')
  }
}
