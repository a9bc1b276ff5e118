/** The type that a YAML parser gives a plain scalar. */
export type PlainKind = 'null' | 'boolean' | 'number' | 'date' | 'merge' | 'text'

// The union of what YAML 1.1 and 1.2 parsers accept: a value must mean the same to both.
const nullWord = /^(?:~|null|Null|NULL)?$/
const booleanWord = /^(?:true|True|TRUE|false|False|FALSE)$/
const oldBooleanWord = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/
const number =
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+|[\d][\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|(?:\.\d[\d_]*|\d[\d_]*(?:\.[\d_]*)?)(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/
const date =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d(?::\d\d(?:\.\d*)?)?[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?)?)?$/

/** The type that YAML 1.1 or 1.2 gives a plain `source`; `text` only if it is text in both. */
export const plainKind = (source: string): PlainKind => {
  if (nullWord.test(source)) return 'null'
  if (booleanWord.test(source) || oldBooleanWord.test(source)) return 'boolean'
  if (number.test(source)) return 'number'
  if (date.test(source)) return 'date'
  return source === '<<' || source === '=' ? 'merge' : 'text'
}

const pairsOfWords: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['True', 'False'],
  ['TRUE', 'FALSE'],
  ['yes', 'no'],
  ['Yes', 'No'],
  ['YES', 'NO'],
  ['on', 'off'],
  ['On', 'Off'],
  ['ON', 'OFF'],
  ['y', 'n'],
  ['Y', 'N'],
]

/** The boolean that a word means in any spelling of YAML 1.1; null for other words. */
export const flagOfWord = (word: string): boolean | null => {
  for (const [on, off] of pairsOfWords) {
    if (word === on) return true
    if (word === off) return false
  }
  return null
}

/** The word for `on` in the spelling of `word`: `False` gives `True`, `no` gives `yes`. */
export const wordLike = (word: string, on: boolean): string => {
  const pair = pairsOfWords.find((words) => words.includes(word)) ?? ['true', 'false']
  return pair[on ? 0 : 1]
}
