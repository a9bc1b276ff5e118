/** Whether a file name matches a pattern with `*` and `?`; time is at most the product of their lengths. */
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
      sign = star + 1 // the star matches one more character
      at = ++behindStar
    } else return false
  }
  return signs.slice(sign).every((rest) => rest === '*')
}
