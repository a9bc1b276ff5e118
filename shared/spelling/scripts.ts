const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Han}/u,
  /\p{Script=Hiragana}/u,
  /\p{Script=Katakana}/u,
  /\p{Script=Thai}/u,
] as const

/** The script of the first letter in one of the scripts above; null if there is none. */
export const scriptOf = (word: string): RegExp | null => {
  for (const letter of word) {
    const found = scripts.find((script) => script.test(letter))
    if (found) return found
  }
  return null
}

const enough = 200

/** The scripts of a dictionary, judged by its first roots. */
export const scriptsOf = (roots: Iterable<string>): ReadonlySet<RegExp | null> => {
  const counts = new Map<RegExp | null, number>()
  let seen = 0
  for (const root of roots) {
    const script = scriptOf(root)
    counts.set(script, (counts.get(script) ?? 0) + 1)
    seen += 1
    if (seen >= enough) break
  }
  return new Set([...counts].filter(([, count]) => count * 20 >= seen).map(([script]) => script))
}
