// Strict on purpose: browsers forgive tabs, line ends and missing slashes in a scheme; we refuse them.
const openable = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s])/i

/** True for links that may leave the app: absolute http and https addresses, and mailto. */
export const isOpenableLink = (url: string): boolean => {
  for (const character of url) if (character < ' ' || character === '\u007f') return false
  return openable.test(url)
}
