import { atRest } from '../tasks'

/** Latin with and without its marks, Cyrillic and Greek: the scripts that the fonts of the app have. */
const letters = 'aāжλ'
const styles = ['', 'italic ']

/** The pages whose fonts have been requested. */
const asked = new WeakSet<Document>()

/**
 * Loads all faces of some fonts of a page once, while the window is idle. Otherwise the first post that uses a face would
 * load it while being drawn, and then be laid out again.
 */
export const readyFonts = async (page: Document, families: readonly string[]): Promise<void> => {
  if (asked.has(page)) return
  asked.add(page)
  await atRest()
  for (const family of families) {
    for (const style of styles) {
      if (page.defaultView) await page.fonts.load(`${style}1em "${family}"`, letters) // otherwise it was closed meanwhile
    }
  }
}
