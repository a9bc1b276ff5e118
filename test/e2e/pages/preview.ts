import { expect, type Page } from '@playwright/test'

/** What a reader sees of a page: its headings and its images with their real sizes. */
export interface SeenPage {
  readonly headings: readonly string[]
  readonly images: readonly { readonly alt: string; readonly width: number; readonly height: number }[]
  readonly text: string
  /** Images that are still loading. */
  readonly loading: number
}

// It is sent as text into the window with the page, so it must not use anything outside itself.
const read = (page: Document): SeenPage => ({
  headings: Array.from(
    page.querySelectorAll('h1, h2, h3, h4, h5, h6'),
    (node) => node.textContent?.trim() ?? '',
  ),
  images: Array.from(page.images, ({ alt, naturalWidth, naturalHeight }) => ({
    alt,
    width: naturalWidth,
    height: naturalHeight,
  })),
  text: (page.querySelector('main')?.innerText ?? '').replace(/\s+/g, ' ').trim(),
  loading: Array.from(page.images).filter(({ complete }) => !complete).length,
})

/** An expression that reads the page of a document. */
export const readingOf = (document: string): string => `(${read})(${document})`

/** What the preview shows now. The frame runs no scripts, so the window around it reads it. */
export const previewOf = (page: Page): Promise<SeenPage> =>
  page.evaluate<SeenPage>(readingOf(`(document.querySelector('iframe')?.contentDocument ?? new Document())`))

/** Waits until the preview shows a text and all its images; returns what it shows. */
export const waitForPreview = async (page: Page, text: string | RegExp): Promise<SeenPage> => {
  await expect(async () => {
    const shown = await previewOf(page)
    expect(shown.text).toMatch(text)
    expect(shown.loading).toBe(0)
  }).toPass({ timeout: 20_000 })
  return previewOf(page)
}
