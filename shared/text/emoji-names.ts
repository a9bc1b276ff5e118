import emojiOf from 'markdown-it-emoji/lib/data/full.mjs'

/** The emoji of a name such as `smile`, or null. */
export const emojiNamed = (name: string): string | null =>
  Object.hasOwn(emojiOf, name) ? (emojiOf[name] ?? null) : null

/** All emoji names of GitHub, with their characters. */
export const emojiList = (): readonly (readonly [name: string, sign: string])[] => Object.entries(emojiOf)
