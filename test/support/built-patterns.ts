import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tsPlugin } from '@sveltejs/acorn-typescript'
import { Parser } from 'acorn'
import type { WrittenPattern } from './patterns-in-source'

/** The placeholder for a value that is known only when the program runs. */
const unknown = '1'

// biome-ignore lint/suspicious/noExplicitAny: the tree of a parser with a plug-in has no types that fit
type Tree = any

interface Module {
  readonly path: string
  readonly tree: Tree
  /** Top-level constants of the module, by name. */
  readonly constants: ReadonlyMap<string, Tree>
  /** Imported names, with the file they come from and their name there. */
  readonly imports: ReadonlyMap<string, readonly [file: string, name: string]>
}

const parser = Parser.extend(tsPlugin())
const modules = new Map<string, Module>()

/** Every `new RegExp(…)` in a file, with constants inserted and placeholders for values of the run time. */
export const builtPatternsOf = (path: string, file: string): readonly WrittenPattern[] => {
  const module = moduleAt(path)
  const found: WrittenPattern[] = []
  visit(module.tree, (node) => {
    if (!/^(?:New|Call)Expression$/.test(node.type) || node.callee.name !== 'RegExp') return
    const [source, flags] = node.arguments as readonly Tree[]
    const pattern = textBehind(source, module)
    const known = flags === undefined ? '' : textBehind(flags, module)
    found.push({
      file,
      line: node.loc.start.line,
      pattern: new RegExp(pattern ?? unknown, known === unknown || known === null ? '' : known),
    })
  })
  return found
}

const moduleAt = (path: string): Module => {
  const known = modules.get(path)
  if (known) return known
  const tree: Tree = parser.parse(readFileSync(path, 'utf8'), {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
  })
  const constants = new Map<string, Tree>()
  const imports = new Map<string, readonly [string, string]>()
  for (const statement of tree.body as readonly Tree[]) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type === 'VariableDeclaration')
      for (const { id, init } of declared.declarations)
        if (id.type === 'Identifier') constants.set(id.name, init)
    if (statement.type === 'ImportDeclaration' && String(statement.source.value).startsWith('.'))
      for (const { imported, local } of statement.specifiers)
        imports.set(local.name, [
          join(dirname(path), `${statement.source.value}.ts`),
          imported?.name ?? local.name,
        ])
  }
  const module = { path, tree, constants, imports }
  modules.set(path, module)
  return module
}

const visit = (node: Tree, look: (node: Tree) => void): void => {
  if (Array.isArray(node)) for (const each of node) visit(each, look)
  else if (typeof node?.type === 'string') {
    look(node)
    for (const each of Object.values(node)) if (typeof each === 'object') visit(each, look)
  }
}

/** The text that an expression evaluates to; null if it cannot be read from the source. */
const textBehind = (node: Tree, module: Module): string | null => {
  switch (node.type) {
    case 'Literal':
      return node.regex ? node.regex.pattern : String(node.value)
    case 'TemplateLiteral':
      return joined(node, module, 'cooked')
    case 'TaggedTemplateExpression': // String.raw
      return joined(node.quasi, module, 'raw')
    case 'BinaryExpression':
      return (textBehind(node.left, module) ?? unknown) + (textBehind(node.right, module) ?? unknown)
    case 'Identifier':
      return constant(node.name, module)
    case 'MemberExpression': // the source of another pattern
      return node.property.name === 'source' ? textBehind(node.object, module) : null
    case 'CallExpression':
      return listed(node, module)
    default:
      return null
  }
}

const joined = ({ quasis, expressions }: Tree, module: Module, form: 'cooked' | 'raw'): string =>
  quasis
    .map(
      ({ value }: Tree, at: number) =>
        value[form] + (at < expressions.length ? (textBehind(expressions[at], module) ?? unknown) : ''),
    )
    .join('')

const constant = (name: string, module: Module): string | null => {
  const own = module.constants.get(name)
  if (own) return textBehind(own, module)
  const [file, there] = module.imports.get(name) ?? []
  return file !== undefined && there !== undefined && existsSync(file)
    ? constant(there, moduleAt(file))
    : null
}

/** The text of `list.join('|')` if the list is in the source. */
const listed = ({ callee, arguments: given }: Tree, module: Module): string | null => {
  if (callee.type !== 'MemberExpression' || callee.property.name !== 'join') return null
  const name = callee.object.name
  const [file, there = name] = module.imports.get(name) ?? []
  const list = file === undefined ? module.constants.get(name) : moduleAt(file).constants.get(there)
  const elements = (list?.type === 'TSAsExpression' ? list.expression : list)?.elements as Tree[] | undefined
  return elements?.map((each) => textBehind(each, module) ?? unknown).join(given[0]?.value ?? ',') ?? null
}
