import { atRest } from '../tasks'

/** Latin with and without its marks, Cyrillic and Greek: the scripts that the fonts of the app have. */
const letters = 'aāжλ'
const styles = ['', 'italic ']

/** What was asked of a page. */
const asked = new WeakSet<Document>()

/**
 * Loads all faces of some fonts of a page while the window rests, once. A face that the post which opens is the first to
 * use is loaded while the post is drawn, and all of it is laid out again when the face has come.
 */
export const readyFonts = async (page: Document, families: readonly string[]): Promise<void> => {
  if (asked.has(page)) return
  asked.add(page)
  await atRest()
  for (const family of families) {
    for (const style of styles) {
      if (page.defaultView) await page.fonts.load(`${style}1em "${family}"`, letters) // else it has gone meanwhile
    }
  }
}
