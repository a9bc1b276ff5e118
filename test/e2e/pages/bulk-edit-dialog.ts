import { expect, type Locator, type Page } from '@playwright/test'

/** The dialog that edits the fields of several posts. */
export class BulkEditDialog {
  readonly box: Locator
  readonly plan: Locator

  constructor(readonly page: Page) {
    this.box = page.getByRole('dialog', { name: 'Edit fields in posts' })
    this.plan = this.box.getByRole('region', { name: 'Changes' })
  }

  input(label: string): Locator {
    return this.box.getByLabel(label, { exact: true })
  }

  /** The part of the plan for one post. */
  post(id: string): Locator {
    return this.plan.getByRole('listitem').filter({ hasText: id })
  }

  /** Chooses an action, using the keyboard only. */
  async act(label: string): Promise<void> {
    const option = this.page.getByRole('option', { name: label })
    await this.box.getByRole('combobox', { name: 'Action' }).press('Enter')
    await expect(this.page.getByRole('option', { selected: true })).toBeFocused()
    await this.page.keyboard.type(label)
    await expect(option).toBeFocused()
    await this.page.keyboard.press('Enter')
    await expect(option).toBeHidden()
  }
}
