const longest = 300_000
const deepest = 30

/**
 * The settings that a Python file sets to a literal at the start of a line: texts, numbers, True, False, None, and
 * lists, tuples and dictionaries of them. What is computed is left out.
 */
export const readPython = (text: string): Readonly<Record<string, unknown>> => {
  const settings: Record<string, unknown> = {}
  if (text.length > longest) return settings
  for (const { 1: name = '', index, 0: start } of text.matchAll(/^([A-Za-z_]\w*)[ \t]*=(?!=)/gm)) {
    const read = new Literal(text, index + start.length)
    const value = read.value(0)
    if (value !== undefined && read.ends()) settings[name] = value
  }
  return settings
}

const words: Readonly<Record<string, unknown>> = { True: true, False: false, None: null }
const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' }

class Literal {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  /** The literal that stands here; undefined for anything else. */
  value(depth: number): unknown {
    this.skipSpace(depth > 0)
    const letter = this.text.charAt(this.at)
    const end = closing[letter]
    if (end !== undefined) return depth < deepest ? this.items(end, depth + 1) : undefined
    const quoted = /[rRuU]?("""|'''|"|')/y
    quoted.lastIndex = this.at
    if (quoted.test(this.text)) return this.strings(depth)
    const word = /[\w.+-]+/y
    word.lastIndex = this.at
    const found = word.exec(this.text)?.[0] ?? ''
    this.at += found.length
    if (Object.hasOwn(words, found)) return words[found]
    return found !== '' && Number.isFinite(Number(found)) ? Number(found) : undefined
  }

  /** Whether nothing but a comment follows on the line. */
  ends(): boolean {
    const rest = /[ \t]*(?:#.*)?(?:\r?\n|$)/y
    rest.lastIndex = this.at
    return rest.test(this.text)
  }

  private items(end: string, depth: number): unknown {
    const isMap = end === '}'
    const items: unknown[] = []
    let commas = 0
    this.at += 1
    for (;;) {
      this.skipSpace(true)
      if (this.text[this.at] === end) break
      const item = this.value(depth)
      this.skipSpace(true)
      if (item === undefined) return undefined
      if (isMap) {
        if (this.text[this.at] !== ':') return undefined
        this.at += 1
        items.push([String(item), this.value(depth)])
        this.skipSpace(true)
      } else items.push(item)
      if (this.text[this.at] === ',') {
        this.at += 1
        commas += 1
      } else if (this.text[this.at] !== end) return undefined
    }
    this.at += 1
    if (isMap) return Object.fromEntries(items as [string, unknown][])
    return end === ')' && commas === 0 && items.length === 1 ? items[0] : items
  }

  // Texts that stand side by side are one.
  private strings(depth: number): string | undefined {
    const quoted = /[rRuU]?(?:"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/y
    let whole: string | undefined
    for (;;) {
      quoted.lastIndex = this.at
      const found = quoted.exec(this.text)
      if (found === null) return whole
      this.at = quoted.lastIndex
      whole =
        (whole ?? '') + (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '').replace(/\\(["'\\])/g, '$1')
      this.skipSpace(depth > 0)
    }
  }

  private skipSpace(lines: boolean): void {
    const space = lines ? /(?:\s|#.*|\\\r?\n)*/y : /(?:[ \t]|\\\r?\n)*/y
    space.lastIndex = this.at
    space.test(this.text)
    this.at = space.lastIndex
  }
}
