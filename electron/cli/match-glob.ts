/** True when a file name fits a pattern with `*` and `?`; takes at most their lengths multiplied. */
export const matchesGlob = (name: string, pattern: string): boolean => {
  const [chars, signs] = [[...name], [...pattern]]
  let at = 0
  let sign = 0
  let star = -1
  let behindStar = 0
  while (at < chars.length) {
    if (signs[sign] === '*') {
      star = sign++
      behindStar = at
    } else if (sign < signs.length && (signs[sign] === '?' || signs[sign] === chars[at])) {
      at++
      sign++
    } else if (star >= 0) {
      sign = star + 1 // the star takes one character more
      at = ++behindStar
    } else return false
  }
  return signs.slice(sign).every((rest) => rest === '*')
}
