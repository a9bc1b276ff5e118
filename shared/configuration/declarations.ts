import type { AnyNode, AssignmentExpression, Program } from 'acorn'
import { isElement } from './jsx'
import { type Call, type Declarations, declare, isFunction, lookUp, partsOf, type Scope } from './scopes'

type Exporting = Extract<AnyNode, { type: 'ExportNamedDeclaration' }>
type Importing = Extract<AnyNode, { type: 'ImportDeclaration' }>

/** Finds what a file declares, assigns, exports and calls. */
export const declarationsOf = (program: Program): Declarations => {
  const top: Scope = { names: new Map(), outer: null }
  const found: Declarations = { top, scopeOf: new WeakMap(), calls: [], callsIn: new Map(), exports: [] }
  const assignments: { node: AssignmentExpression; scope: Scope }[] = []

  const visit = (node: AnyNode, around: Scope, within: readonly Call[][]): void => {
    const scope = opensScope(node) ? { names: new Map(), outer: around } : around
    if (scope !== around) found.scopeOf.set(node, scope)
    const inside = isFunction(node) ? [...within, callsOf(found, node)] : within
    switch (node.type) {
      case 'FunctionDeclaration':
        if (node.id) declare(around, node.id, node)
        for (const parameter of node.params) declare(scope, parameter, null)
        break
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        for (const parameter of node.params) declare(scope, parameter, null)
        break
      case 'VariableDeclarator':
        declare(scope, node.id, node.init ?? null)
        break
      case 'CatchClause':
        if (node.param) declare(scope, node.param, null)
        break
      case 'ImportDeclaration':
        declareImports(top, node)
        break
      case 'AssignmentExpression':
        assignments.push({ node, scope })
        break
      case 'UpdateExpression':
        if (node.argument.type === 'Identifier') markChanged(scope, node.argument.name)
        break
      case 'ExportDefaultDeclaration':
        found.exports.push({ name: 'default', value: node.declaration, scope })
        break
      case 'ExportNamedDeclaration':
        found.exports.push(...exportsOf(node, scope))
        break
      case 'CallExpression':
      case 'NewExpression':
        for (const calls of [found.calls, ...within]) calls.push({ node, scope })
        break
      default:
        if (isElement(node)) for (const calls of [found.calls, ...within]) calls.push({ node, scope })
        else if (isExportAssignment(node))
          found.exports.push({ name: 'default', value: node.expression, scope })
    }
    for (const part of partsOf(node)) visit(part, scope, inside)
  }
  visit(program, top, [])
  found.scopeOf.set(program, top)
  for (const { node, scope } of assignments) assign(found, node, scope)
  return found
}

const callsOf = ({ callsIn }: Declarations, body: AnyNode): Call[] => {
  const calls: Call[] = []
  callsIn.set(body, calls)
  return calls
}

const opensScope = (node: AnyNode): boolean =>
  isFunction(node) ||
  node.type === 'BlockStatement' ||
  node.type === 'ForStatement' ||
  node.type === 'ForOfStatement' ||
  node.type === 'ForInStatement' ||
  node.type === 'CatchClause'

// `export = …` of TypeScript, which acorn's own types do not know.
const isExportAssignment = (node: { readonly type: string }): node is { type: string; expression: AnyNode } =>
  node.type === 'TSExportAssignment'

const declareImports = (top: Scope, { specifiers, source }: Importing): void => {
  for (const specifier of specifiers) {
    const name =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : specifier.type === 'ImportNamespaceSpecifier'
          ? '*'
          : nameOf(specifier.imported)
    const imported = { name, from: String(source.value) }
    top.names.set(specifier.local.name, { value: null, scope: top, imported, assigned: [], changed: false })
  }
}

const nameOf = (node: AnyNode): string =>
  node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : ''

const exportsOf = (node: Exporting, scope: Scope): Declarations['exports'] => {
  const { declaration } = node
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init ? [{ name: id.name, value: init, scope }] : [],
    )
  if (declaration?.id) return [{ name: declaration.id.name, value: declaration, scope }]
  if (node.source) return []
  return node.specifiers.map(({ exported, local }) => ({ name: nameOf(exported), value: local, scope }))
}

const markChanged = (scope: Scope, name: string): void => {
  const binding = lookUp(scope, name)
  if (binding !== null) binding.changed = true
}

const assign = (found: Declarations, { left, right, operator }: AssignmentExpression, scope: Scope): void => {
  if (left.type === 'Identifier') markChanged(scope, left.name)
  const path = memberPath(left)
  if (path === null || path.length === 1) return
  const [first = '', ...rest] = path
  const exported =
    first === 'module' && rest[0] === 'exports' ? rest.slice(1) : first === 'exports' ? rest : null
  if (exported !== null && lookUp(scope, first) === null) {
    if (exported.length <= 1) found.exports.push({ name: exported[0] ?? 'default', value: right, scope })
    return
  }
  const binding = lookUp(scope, first)
  if (binding === null) return
  if (operator === '=') binding.assigned.push({ path: rest, value: right, scope })
  else binding.changed = true
}

/** `a.b.c` as its names; null where one of them is computed. */
export const memberPath = (node: AnyNode): string[] | null => {
  if (node.type === 'Identifier') return [node.name]
  if (node.type !== 'MemberExpression') return null
  const before = memberPath(node.object)
  const { property, computed } = node
  if (before === null) return null
  if (!computed && property.type === 'Identifier') return [...before, property.name]
  return property.type === 'Literal' && typeof property.value === 'string'
    ? [...before, property.value]
    : null
}
