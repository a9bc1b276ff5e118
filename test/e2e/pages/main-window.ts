import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { focusText } from './editor'

const screens = resolve(import.meta.dirname, '../../../.cache/screens')

/** The main window as a writer sees it. */
export class MainWindow {
  readonly list: Locator
  readonly rows: Locator
  readonly search: Locator
  readonly status: Locator

  constructor(readonly page: Page) {
    this.list = page.getByRole('listbox', { name: 'Posts' })
    this.rows = this.list.getByRole('option')
    this.search = page.getByRole('searchbox', { name: 'Search posts' })
    this.status = page.getByRole('contentinfo')
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title })
  }

  /** The titles of the drawn rows, from the top. */
  get titles(): Locator {
    return this.rows.locator('[dir="auto"]')
  }

  filter(name: string): Locator {
    return this.page.getByRole('group', { name: 'Show' }).getByRole('button', { name })
  }

  /** Runs a command through the palette. */
  async run(command: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+P')
    await this.page.getByRole('combobox', { name: 'Commands' }).fill(command)
    await this.page.keyboard.press('Enter')
    await this.page.getByRole('dialog', { name: 'Command palette' }).waitFor({ state: 'hidden' })
  }

  /** The title of the open post in the header. */
  get title(): Locator {
    return this.page.getByRole('banner').getByRole('heading')
  }

  /** The text of the open post. */
  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'Text of the post' })
  }

  /** Puts the caret at the end of the open post. */
  async toEnd(): Promise<void> {
    await focusText(this.page)
    await this.page.keyboard.press('ControlOrMeta+End')
  }

  async open(title: string): Promise<void> {
    await this.row(title).click()
    await this.title.filter({ hasText: title }).waitFor()
  }

  /** Saves a screenshot to be looked at, in a folder outside the repository. */
  async picture(name: string): Promise<void> {
    await mkdir(screens, { recursive: true })
    await this.page.evaluate(() => document.fonts.ready)
    await this.page.screenshot({ path: join(screens, `${name}.png`) })
  }
}
