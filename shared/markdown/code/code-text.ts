const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Code as HTML without highlighting. */
export const escapeCode = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)

/** Identifies code and its language until it is highlighted. */
export const codeName = (code: string, language: string): string => `${language}\n${code}`
