import type { AffixFile } from './affix-file'
import type { Forms, Position } from './forms'

const longestWord = 80
/** Ways that are tried to part one word. */
const maxTries = 3_000

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase()

/** Finds out whether a word is made of words, as the affix file of its language allows it. */
export class Compounds {
  private readonly has: boolean

  constructor(
    private readonly affixes: AffixFile,
    private readonly forms: Forms,
  ) {
    const { compound, compoundBegin, compoundEnd } = affixes.marks
    this.has = compound !== '' || (compoundBegin !== '' && compoundEnd !== '')
  }

  /** Whether a word is a compound. */
  isCompound(word: string): boolean {
    if (!this.has || word.length > longestWord || word.length < 2 * this.affixes.compoundMin) return false
    const known = new Map<string, boolean>()
    let tries = 0
    const isPart = (from: number, to: number, position: Position): boolean => {
      const key = `${from}-${to}-${position}`
      const before = known.get(key)
      if (before !== undefined) return before
      tries += 1
      const is = tries <= maxTries && this.forms.isForm(word.slice(from, to), position)
      known.set(key, is)
      return is
    }
    const goesOn = (from: number, depth: number, previous: number): boolean => {
      if (depth > 1 && this.mayMeet(word, previous, from, word.length) && isPart(from, word.length, 'end'))
        return true
      if (depth >= this.affixes.compoundMax) return false
      const { compoundMin } = this.affixes
      for (let at = from + compoundMin; at <= word.length - compoundMin; at += 1) {
        if (tries > maxTries) return false
        if (depth > 1 && !this.mayMeet(word, previous, from, at)) continue
        if (isPart(from, at, depth === 1 ? 'begin' : 'middle') && goesOn(at, depth + 1, from)) return true
      }
      return false
    }
    return goesOn(0, 1, 0)
  }

  /** Whether the parts `from`–`at` and `at`–`to` may stand beside each other. */
  private mayMeet(word: string, from: number, at: number, to: number): boolean {
    const { checkCompound, compoundPatterns } = this.affixes
    const [first, second] = [word.slice(from, at), word.slice(at, to)]
    const [before = '', after = ''] = [word[at - 1], word[at]]
    if (checkCompound.has('CASE') && before !== '-' && after !== '-' && (isUpper(before) || isUpper(after)))
      return false
    if (checkCompound.has('DUP') && first === second) return false
    if (
      checkCompound.has('TRIPLE') &&
      before === after &&
      (word[at - 2] === before || word[at + 1] === after)
    )
      return false
    if (checkCompound.has('REP') && this.isMistake(first + second)) return false
    return !compoundPatterns.some(([end, start]) => first.endsWith(end) && second.startsWith(start))
  }

  /** Whether a usual mistake makes these two parts out of one word. */
  private isMistake(joined: string): boolean {
    return this.affixes.replacements.some(([wrong, right]) => {
      const at = wrong === '' ? -1 : joined.indexOf(wrong)
      return (
        at !== -1 && this.forms.isForm(joined.slice(0, at) + right + joined.slice(at + wrong.length), null)
      )
    })
  }
}
