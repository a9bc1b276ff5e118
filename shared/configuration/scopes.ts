import type { AnyNode, Pattern } from 'acorn'

/** The declaration of a name. */
export interface Binding {
  /** Its initial expression; null if it is set only at run time. */
  readonly value: AnyNode | null
  readonly scope: Scope
  /** The key of that expression's value that is meant, for `const { key } = …`. */
  readonly key?: string
  readonly imported?: { readonly name: string; readonly from: string }
  /** `config.base = …` further down in the file. */
  readonly assigned: { readonly path: readonly string[]; readonly value: AnyNode; readonly scope: Scope }[]
  /** It is assigned more than once, or in a way that is not analyzed. */
  changed: boolean
}

/** The names that a block of code declares, and the block around it. */
export interface Scope {
  readonly names: Map<string, Binding>
  readonly outer: Scope | null
}

export interface Call {
  readonly node: AnyNode
  readonly scope: Scope
}

/** Names by the block that declares them, calls and exports, found in one walk over the file. */
export interface Declarations {
  readonly top: Scope
  readonly scopeOf: WeakMap<AnyNode, Scope>
  readonly calls: Call[]
  /** The calls in each function, those of functions inside it included. */
  readonly callsIn: Map<AnyNode, Call[]>
  readonly exports: { readonly name: string; readonly value: AnyNode; readonly scope: Scope }[]
}

export const lookUp = (scope: Scope, name: string): Binding | null => {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const found = at.names.get(name)
    if (found !== undefined) return found
  }
  return null
}

export const isFunction = (
  node: AnyNode,
): node is Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
> =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression'

/** The parts of a node, in the order of the source. */
export const partsOf = (node: AnyNode): AnyNode[] =>
  Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value)

/** Declares the names of a pattern, each with the part of the value that it gets. */
export const declare = (
  scope: Scope,
  pattern: Pattern | AnyNode,
  value: AnyNode | null,
  key?: string,
): void => {
  switch (pattern.type) {
    case 'Identifier': {
      const known = scope.names.get(pattern.name)
      if (known !== undefined) known.changed = true
      else
        scope.names.set(pattern.name, {
          value,
          scope,
          ...(key === undefined ? {} : { key }),
          assigned: [],
          changed: false,
        })
      return
    }
    case 'ObjectPattern':
      for (const property of pattern.properties)
        if (property.type === 'RestElement') declare(scope, property.argument, null)
        else
          declare(
            scope,
            property.value,
            key === undefined && !property.computed ? value : null,
            property.key.type === 'Identifier' ? property.key.name : undefined,
          )
      return
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element !== null) declare(scope, element, null)
      return
    case 'AssignmentPattern':
      declare(scope, pattern.left, null)
      return
    case 'RestElement':
      declare(scope, pattern.argument, null)
      return
    default:
      return
  }
}
