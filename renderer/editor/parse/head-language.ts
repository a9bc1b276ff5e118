import { yamlLanguage } from '@codemirror/lang-yaml'
import { foldNodeProp } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { tags } from '@lezer/highlight'
import type { BlockContext, Element, Line, MarkdownConfig } from '@lezer/markdown'
import { limitOf } from '../../../shared/front-matter/read/head-limits'

interface HeadKind {
  readonly begin: RegExp
  readonly end: RegExp
  /** The first line inside, since the fence alone could be a thematic break. */
  readonly second: RegExp
  readonly content: 'HeadYaml' | 'HeadText'
}

const key = /^(?:[\w$"'][^:=]*[:=](?:\s|$)|#|\[|---|\+\+\+)/
const kinds: readonly HeadKind[] = [
  { begin: /^---(?:ya?ml)?\s*$/i, end: /^(?:---|\.\.\.)\s*$/, second: key, content: 'HeadYaml' },
  { begin: /^---(?:toml|json)\s*$/i, end: /^---\s*$/, second: /^/, content: 'HeadText' },
  { begin: /^\+\+\+\s*$/, end: /^\+\+\+\s*$/, second: key, content: 'HeadText' },
]

const parseHead = (block: BlockContext, line: Line): boolean => {
  if (block.lineStart !== 0) return false
  if (/^\{\s*$/.test(line.text)) return parseJsonHead(block, line)
  const kind = kinds.find(({ begin }) => begin.test(line.text))
  if (!kind?.second.test(block.peekLine())) return false
  const marks = [block.elt('HeadMark', 0, line.text.trimEnd().length)]
  const from = line.text.length + 1
  let text = ''
  while (block.nextLine() && !kind.end.test(line.text)) text += `${line.text}\n`
  const to = Math.max(from, block.lineStart)
  const inside = kind.content === 'HeadYaml' ? yamlOf(block, text, from) : []
  marks.push(block.elt(kind.content, Math.min(from, to), to, inside))
  if (kind.end.test(line.text) && block.lineStart > 0) {
    marks.push(block.elt('HeadMark', block.lineStart, block.lineStart + line.text.trimEnd().length))
    block.nextLine()
  }
  block.addElement(block.elt('Head', 0, Math.max(block.prevLineEnd(), to), marks))
  return true
}

// The tree of an extremely nested head would overflow the stack, and the post could not be opened.
const yamlOf = (block: BlockContext, text: string, from: number): Element[] =>
  text === '' || limitOf(text) !== null ? [] : [block.elt(yamlLanguage.parser.parse(text), from)]

const parseJsonHead = (block: BlockContext, line: Line): boolean => {
  if (!/^\s*["}]/.test(block.peekLine())) return false
  while (block.nextLine() && !line.text.startsWith('}'));
  if (line.text.startsWith('}')) block.nextLine()
  block.addElement(block.elt('HeadText', 0, block.prevLineEnd()))
  return true
}

// Folds the whole head below its first line; the text between its fences is not a block of its own.
const foldHead = ({ from, to }: SyntaxNode, state: EditorState) =>
  from === 0 ? { from: state.doc.lineAt(from).to, to } : null

/**
 * Front matter as the first block of markdown: one incremental parser, so that a key in the body does not parse it again.
 * Its YAML is part of that block's tree; a mounted parser would scan the whole post at each key.
 */
export const headLanguage: MarkdownConfig = {
  defineNodes: [
    { name: 'Head', block: true },
    { name: 'HeadMark', style: tags.processingInstruction },
    { name: 'HeadYaml', block: true },
    { name: 'HeadText', block: true, style: tags.meta },
  ],
  props: [foldNodeProp.add({ Head: foldHead, HeadText: foldHead })],
  parseBlock: [{ name: 'Head', before: 'LinkReference', parse: parseHead }],
}
