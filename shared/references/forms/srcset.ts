const separators = /[\s,]*/y
const address = /\S+/y
const descriptors = /(?:\([^()]*\)|[^,(])*/y

/** An address in a `srcset`, and its offset. */
interface AddressInSet {
  readonly target: string
  readonly at: number
}

/** The addresses of a `srcset` (HTML, “parse a srcset attribute”): a comma ends one only before a blank. */
export const addressesInSet = (value: string): readonly AddressInSet[] => {
  const found: AddressInSet[] = []
  let at = 0
  const read = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const [text = ''] = pattern.exec(value) ?? []
    at += text.length
    return text
  }
  for (read(separators); at < value.length; read(separators)) {
    const start = at
    const written = read(address)
    const target = written.replace(/(?<!,),+$/, '')
    found.push({ target, at: start })
    if (target === written) read(descriptors)
  }
  return found
}
