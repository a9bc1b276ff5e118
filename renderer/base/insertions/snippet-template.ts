/** A field of a snippet: `${name}`, `${1:text}`, `${name:text}`, `${1|one,two|}`; `$0` is the last one. */
interface Field {
  readonly name: string
  readonly text: readonly Part[]
}
type Part = string | Field

const last = '0'

/** The fields and the text between them; what is not closed is text. */
const partsOf = (body: string): readonly Part[] => {
  const parts: Part[] = []
  let text = ''
  const add = (field: Field) => {
    if (text !== '') parts.push(text)
    text = ''
    parts.push(field)
  }
  for (let at = 0; at < body.length; at++) {
    const end = body.startsWith('${', at) ? endOf(body, at + 1) : null
    if (body.charAt(at) === '\\' && /[$\\{}]/.test(body.charAt(at + 1))) {
      if (body.charAt(at + 1) !== '$') text += '\\'
      text += body.charAt(at + 1)
      at++
    } else if (/^\$0(?!\d)/.test(body.slice(at, at + 3))) {
      add({ name: last, text: [] })
      at++
    } else if (end !== null) {
      add(fieldOf(body.slice(at + 2, end)))
      at = end
    } else text += body.charAt(at)
  }
  if (text !== '') parts.push(text)
  return parts
}

/** The offset of the brace that closes the one at an offset; null if none does. */
const endOf = (body: string, at: number): number | null => {
  let depth = 0
  for (let index = at; index < body.length; index++) {
    const sign = body.charAt(index)
    if (sign === '{') depth++
    else if (sign === '}') depth--
    if (depth === 0) return index
  }
  return null
}

const fieldOf = (inside: string): Field => {
  const [, name = inside, mark, rest = ''] = /^([^:|{}]*)([:|])([\s\S]*)$/.exec(inside) ?? []
  if (mark === '|') return { name, text: [rest.replace(/[,|][\s\S]*$/, '')] }
  if (mark === ':') return { name, text: partsOf(rest) }
  return { name, text: [/^\d+$/.test(name) ? '' : name] }
}

const escaped = (text: string): string => text.replace(/[{}]/g, '\\$&')

const plainOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : plainOf(part.text))).join('')

/** All fields in the order in which Tab goes to them: numbered ones, others as they stand, then `$0`. */
const namesIn = (parts: readonly Part[]): readonly string[] => {
  const names: string[] = []
  const visit = (part: Part): void => {
    if (typeof part === 'string') return
    if (!names.includes(part.name)) names.push(part.name)
    part.text.forEach(visit)
  }
  parts.forEach(visit)
  const numbered = names.filter((name) => /^[1-9]\d*$/.test(name)).sort((a, b) => Number(a) - Number(b))
  const others = names.filter((name) => name !== last && !numbered.includes(name))
  return [...numbered, ...others, ...names.filter((name) => name === last)]
}

/** A snippet as CodeMirror's `snippet` takes it: numbered fields, and braces that are text escaped. */
export const templateOf = (body: string): string => {
  const parts = partsOf(body)
  const names = namesIn(parts)
  const written = (part: Part): string => {
    if (typeof part === 'string') return escaped(part)
    const number = names.indexOf(part.name) + 1
    const nested = part.text.some((one) => typeof one !== 'string')
    // CodeMirror has no fields in fields: those within another one are fields beside its text.
    return nested ? part.text.map(written).join('') : `\${${number}:${escaped(plainOf(part.text))}}`
  }
  return parts.map(written).join('')
}
