import { type CodeRanges, codeAsker, codeRanges, untouchedByTemplates } from './code-ranges'
import { htmlReader, scriptReader, styleReader } from './forms/html'
import { includeReader, markdownReaders, mdxReaders } from './forms/markdown'
import { kindByEnding, type Reference, type ReferenceReader } from './forms/reference'
import { tagReaders } from './forms/tags'

// If two find a target at the same offset, the later one wins, as it is more specific.
const readers: readonly ReferenceReader[] = [
  ...markdownReaders,
  includeReader,
  htmlReader,
  styleReader,
  scriptReader,
  ...tagReaders,
]
const readersOfMdx: readonly ReferenceReader[] = [...readers, ...mdxReaders]

/**
 * The links and images of a body outside code: inline ones, definitions, HTML and components, wiki links, and
 * the tags of Hugo, Jekyll and Hexo. Found by patterns, because parsing a whole library would take a minute.
 */
export const referencesIn = (
  text: string,
  from: number,
  code: CodeRanges,
  syntax: 'markdown' | 'mdx' = 'markdown',
): Reference[] => {
  const found = new Map<number, Reference>()
  let untouched: CodeRanges | null = null
  for (const { sign, isTag, read } of syntax === 'mdx' ? readersOfMdx : readers) {
    let at = text.indexOf(sign, from)
    if (at < 0) continue
    if (isTag) untouched ??= untouchedByTemplates(text, from)
    const isLeftAlone = codeAsker(isTag && untouched ? untouched : code)
    for (; at >= 0; at = text.indexOf(sign, at + sign.length)) {
      if (isLeftAlone(at)) continue
      // A tag inside a link's target is found by its own sign.
      for (const reference of read(text, at))
        if (reference.target !== '' && !/^(?:#|\{[{%])/.test(reference.target))
          found.set(reference.from, reference)
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}

/** The images that imports and expressions name, `require('@site/static/a.png')`, outside code. */
export const imagesInCode = (text: string, from: number): Reference[] => {
  const found = mdxReaders.flatMap(({ sign, read }) => {
    const all: Reference[] = []
    for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + sign.length))
      all.push(...read(text, at).filter(({ target }) => kindByEnding(target) === 'image'))
    return all
  })
  if (found.length === 0) return found
  const isLeftAlone = codeAsker(codeRanges(text, from, 'mdx'))
  return found.filter((reference) => !isLeftAlone(reference.from))
}
