/** A text with its percent encodings decoded; unchanged if they are invalid. */
export const decodedUri = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
