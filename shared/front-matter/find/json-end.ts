/**
 * The end of the JSON object that starts at `from`, after its `}`. Null if none starts there:
 * `{{< shortcode >}}` and `{% tag %}` belong to the body.
 */
export const endOfJsonHead = (text: string, from = 0): number | null => {
  if (!/^\{\s*["}]/.test(text.slice(from, from + 1_000))) return null
  let depth = 0
  for (let at = from; at < text.length; at++) {
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
