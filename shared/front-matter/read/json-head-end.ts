/**
 * Where the JSON object that a post starts with ends (after its `}`), or null when the post does not start
 * with one: `{{< shortcode >}}` and `{% tag %}` are body.
 */
export const endOfJsonHead = (text: string): number | null => {
  if (!/^\{\s*["}]/.test(text)) return null
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '"') {
      at = endOfString(text, at)
    } else if (char === '{' || char === '[') {
      depth++
    } else if (char === '}' || char === ']') {
      depth--
      if (depth === 0) return /^[ \t]*(?:\n|$)/.test(text.slice(at + 1, at + 200)) ? at + 1 : null
    }
  }
  return null
}

const endOfString = (text: string, quote: number): number => {
  for (let at = quote + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return text.length
}
