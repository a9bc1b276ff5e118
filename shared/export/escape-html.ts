const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML, inside elements and inside quoted attributes alike; what HTML cannot hold is left out. */
export const escapeHtml = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '').replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
