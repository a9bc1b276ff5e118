const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Code for HTML, not highlighted. */
export const escapeCode = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
