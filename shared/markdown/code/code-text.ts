const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Code for HTML, not highlighted. */
export const escapeCode = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)

/** What code and its language are known by while their colours are awaited. */
export const codeName = (code: string, language: string): string => `${language}\n${code}`
