import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { t } from '../../texts/translate'
import { HeadError } from './head-error'
import { bracketDepth, maxHeadDepth } from './head-limits'
import { lineAt } from './split'

/** The syntax tree of a JSON head, with ranges. Throws HeadError, also if it is nested too deeply for the parser. */
export const jsonTree = (content: string): Node => {
  if (bracketDepth(content) > maxHeadDepth)
    throw new HeadError(t('form.jsonTooDeep', { count: maxHeadDepth }), 1)
  const errors: ParseError[] = []
  const tree = parseTree(content, errors, { disallowComments: true })
  const first = errors[0]
  if (first || !tree)
    throw new HeadError(
      first ? t('form.jsonError', { reason: printParseErrorCode(first.error) }) : t('form.jsonEmpty'),
      lineAt(content, first?.offset ?? 0),
    )
  return tree
}

/** Reads JSON into plain data; of duplicate keys the last one counts. Throws HeadError. */
export const readJson = (content: string): unknown => dataOf(jsonTree(content))

const dataOf = (node: Node): unknown => {
  if (node.type === 'array') return (node.children ?? []).map(dataOf)
  if (node.type !== 'object') return node.value
  const data = {}
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? []
    if (key && value)
      Object.defineProperty(data, String(key.value), {
        value: dataOf(value),
        enumerable: true,
        configurable: true,
        writable: true,
      })
  }
  return data
}
