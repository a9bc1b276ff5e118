import { itemAt } from '../base/item-at'
import { htmlReader } from './forms/html'
import { kindByEnding, type Reference } from './forms/reference'
import { tagReaders } from './forms/tags'

const token =
  /(^|[\s"'`(=,:[>|])((?:https?:\/\/|\/)[^\s"'`<>(){}[\]|\\,;]*|(?:[\w.@$~-]+\/)*[\w.%+~-]+\.(?:md|mdx|markdown)(?:#[\w-]*)?|(?:[\w.@$~-]+\/)+[\w.@%+~-]+\.(?:avif|bmp|gif|ico|jpe?g|jxl|png|svg|tiff?|webp)(?:[?#][\w-]*)?)(?=$|[\s"'`)<,;\]}|])/gm
const goRef = /\b(?:relref|ref|GetPage)\s+(?:[.$][\w.]*\s+)?"([^"\n]+)"/g

/**
 * Possible references in a file other than markdown, read as text: attributes, template tags, and whatever
 * looks like an address from the top of the site or the path of a markdown file or an image.
 */
export const textReferences = (text: string): Reference[] => {
  const found = new Map<number, Reference>()
  const add = (reference: Reference) => {
    if (reference.target !== '' && !/^(?:#|\{[{%])/.test(reference.target))
      found.set(reference.from, reference)
  }
  for (const match of text.matchAll(token)) {
    const target = itemAt(match, 2).replace(/(?<![.:!])[.:!]+$/, '')
    const from = match.index + itemAt(match, 1).length
    add({ kind: kindByEnding(target), target, from, to: from + target.length, writtenIn: 'text' })
  }
  for (const { sign, read } of [htmlReader, ...tagReaders])
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length))
      read(text, at).forEach(add)
  for (const match of text.matchAll(goRef)) {
    const target = itemAt(match, 1)
    const from = match.index + match[0].length - 1 - target.length
    add({ kind: 'hugo-ref', target, from, to: from + target.length, writtenIn: 'double', verbatim: true })
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}
