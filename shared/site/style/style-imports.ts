import { type AtRule, type ChildNode, CssSyntaxError, parse } from 'postcss'
import valueParser from 'postcss-value-parser'

/** An `@import` at the head of a style sheet. */
interface StyleImport {
  readonly reference: string
  /** Wraps the imported sheet in the conditions and the layer of its import. */
  readonly within: (css: string) => string
}

export interface StylePrelude {
  /** The `@layer` statements at the head, which set the order of layers. */
  readonly layers: string
  readonly imports: readonly StyleImport[]
}

/**
 * The imports of a style sheet: https://www.w3.org/TR/css-cascade-5/#at-import. Only those before all rules
 * count; a sheet that cannot be parsed has none.
 */
export const preludeOf = (css: string): StylePrelude => {
  const head = headOf(css)
  const layers = head.filter(({ name }) => isNamed(name, 'layer')).map(({ params }) => `@layer ${params};\n`)
  const imports = head
    .filter(({ name }) => isNamed(name, 'import'))
    .flatMap(({ params }) => importOf(params) ?? [])
  return { layers: layers.join(''), imports }
}

const headOf = (css: string): readonly AtRule[] => {
  const nodes = nodesOf(css).filter(({ type }) => type !== 'comment')
  const end = nodes.findIndex((node) => !isOfHead(node))
  return nodes.slice(0, end < 0 ? undefined : end).filter(isOfHead)
}

// Browsers accept nearly any text, so a sheet that cannot be parsed is still used, but without its imports.
const nodesOf = (css: string): readonly ChildNode[] => {
  try {
    return parse(css).nodes
  } catch (error) {
    if (error instanceof CssSyntaxError) return []
    throw error
  }
}

const isOfHead = (node: ChildNode): node is AtRule =>
  node.type === 'atrule' &&
  (isNamed(node.name, 'import') ||
    isNamed(node.name, 'charset') ||
    (isNamed(node.name, 'layer') && !node.nodes))

const isNamed = (name: string, wanted: string): boolean => name.toLowerCase() === wanted

const addressIn = (node: valueParser.Node | undefined): string | null => {
  if (node?.type === 'string') return node.value
  if (node?.type !== 'function' || !isNamed(node.value, 'url')) return null
  const [inside] = node.nodes
  return inside?.type === 'string' || inside?.type === 'word' ? inside.value : null
}

const importOf = (params: string): StyleImport | null => {
  const [address, ...conditions] = valueParser(params).nodes
  const reference = addressIn(address)
  if (reference === null) return null
  const wrappers: string[] = []
  const media: valueParser.Node[] = []
  for (const node of conditions) {
    const called = node.type === 'function' || node.type === 'word' ? node.value.toLowerCase() : ''
    const inside = node.type === 'function' ? valueParser.stringify(node.nodes) : ''
    if (media.length === 0 && called === 'layer') wrappers.push(`@layer ${inside}`)
    else if (media.length === 0 && called === 'supports') wrappers.push(`@supports (${inside})`)
    else if (media.length > 0 || node.type !== 'space') media.push(node)
  }
  if (media.length > 0) wrappers.push(`@media ${valueParser.stringify(media).trim()}`)
  return {
    reference,
    within: (css) => wrappers.reduce((text, wrapper) => `${wrapper} {\n${text}\n}`, css),
  }
}
