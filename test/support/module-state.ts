import { type Node, parseSync } from 'oxc-parser'

/** What changes a collection in place. */
const changes = new Set([
  ...[
    'set',
    'add',
    'delete',
    'clear',
    'push',
    'pop',
    'shift',
    'unshift',
    'splice',
    'sort',
    'reverse',
    'fill',
  ],
])

type Program = ReturnType<typeof parseSync>['program']
type Fields = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Fields).type === 'string'

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node as unknown as Fields).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  )

/** The variable that an expression such as `list.items[0]` begins with; null if it is none. */
const rootOf = (node: Node): string | null => {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return rootOf(node.object)
  if (node.type === 'TSNonNullExpression') return rootOf(node.expression)
  return null
}

/** The variables whose contents code changes: by an assignment to a part, or by a method of a collection. */
const changedIn = (node: Node, found = new Set<string>()): ReadonlySet<string> => {
  const note = (target: Node) => {
    const name = target.type === 'MemberExpression' ? rootOf(target.object) : null
    if (name !== null) found.add(name)
  }
  if (node.type === 'AssignmentExpression') note(node.left)
  if (node.type === 'UpdateExpression') note(node.argument)
  if (node.type === 'UnaryExpression' && node.operator === 'delete') note(node.argument)
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const { property, computed } = node.callee
    if (!computed && property.type === 'Identifier' && changes.has(property.name)) note(node.callee)
  }
  for (const child of childrenOf(node)) changedIn(child, found)
  return found
}

/** A collection or record that a module makes for itself. */
const isMade = (node: Node | null): boolean => {
  if (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression')
    return isMade(node.expression)
  if (node?.type === 'NewExpression')
    return node.callee.type === 'Identifier' && /^(Weak)?(Map|Set)$|^Array$/.test(node.callee.name)
  return node?.type === 'ArrayExpression' || node?.type === 'ObjectExpression'
}

const isWeak = (node: Node | null): boolean =>
  node?.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name.startsWith('Weak')

const declarationsOf = (program: Program) =>
  program.body.flatMap((statement) => {
    const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    return inner?.type === 'VariableDeclaration' ? [inner] : []
  })

/** An empty collection without a read-only type: something fills it. */
const isToBeFilled = (node: Node | null, typeText: string): boolean =>
  node?.type === 'NewExpression' &&
  node.callee.type === 'Identifier' &&
  /^(?:Map|Set)$/.test(node.callee.name) &&
  node.arguments.length === 0 &&
  !/readonly/i.test(typeText)

/**
 * The variables of a module that change while it runs: each `let`, and each collection or record that is made to be
 * filled or that the module changes. A WeakMap or WeakSet is none: it belongs to its keys and goes with them.
 */
export const moduleState = (file: string, text: string): readonly string[] => {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be read`)
  const changed = changedIn(program)
  return declarationsOf(program).flatMap(({ kind, declarations }) =>
    declarations.flatMap(({ id, init }) => {
      if (kind === 'let') return id.type === 'Identifier' ? [id.name] : ['a pattern']
      if (id.type !== 'Identifier' || !isMade(init) || isWeak(init)) return []
      const annotation = id.typeAnnotation ? text.slice(id.typeAnnotation.start, id.typeAnnotation.end) : ''
      return changed.has(id.name) || isToBeFilled(init, annotation) ? [id.name] : []
    }),
  )
}
