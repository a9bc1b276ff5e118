/** A text with its percent encodings decoded; unchanged if they are invalid, as a single `%` is part of a name. */
export const decodedUri = (text: string): string => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
