import type { Page } from '@playwright/test'
import { text } from './one-post'

/** A file on the clipboard. */
export interface PastedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Pastes into the text as the system's clipboard would, which other tests use at the same time. */
export const pasteFiles = (page: Page, files: readonly PastedFile[]): Promise<void> =>
  paste(
    page,
    {},
    files.map(({ name, type, bytes }) => ({ name, type, content: Array.from(bytes) })),
  )

/** Pastes texts by their MIME types in the same way. */
export const pasteTexts = (page: Page, texts: Readonly<Record<string, string>>): Promise<void> =>
  paste(page, texts, [])

const paste = (
  page: Page,
  texts: Readonly<Record<string, string>>,
  files: readonly { readonly name: string; readonly type: string; readonly content: number[] }[],
): Promise<void> =>
  text(page).evaluate(
    (target, all) => {
      const data = new DataTransfer()
      for (const [type, value] of Object.entries(all.texts)) data.setData(type, value)
      for (const { name, type, content } of all.files)
        data.items.add(new File([new Uint8Array(content)], name, { type }))
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    { texts, files },
  )

/** The key for redo. */
export const redoKey = process.platform === 'darwin' ? 'Meta+Shift+z' : 'Control+y'
