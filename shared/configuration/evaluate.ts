import type { AnyNode, ObjectExpression } from 'acorn'
import {
  Called,
  type CodeObject,
  type CodeValue,
  Func,
  isObject,
  isRead,
  Named,
  type ReadCode,
  Unknown,
  unknown,
} from './code-values'
import { memberPath } from './declarations'
import { foldBinary, foldCall, isTrue } from './fold'
import { attributesOf, componentOf, type Element, isElement } from './jsx'
import { type Binding, type Declarations, isFunction, lookUp, partsOf, type Scope } from './scopes'

const maxSteps = 60_000
const deepest = 200

/** Evaluates expressions statically with the constants of the file. Gives up on very long ones with unknown parts. */
export class Evaluator {
  private readonly bound = new Map<Binding, CodeValue>()
  private readonly calls = new Map<AnyNode, CodeValue>()
  private steps = 0
  private depth = 0

  constructor(
    private readonly found: Declarations,
    /** The contents of an imported file of the site; null for a package. */
    private readonly module: (from: string) => ReadCode | CodeValue | null,
  ) {}

  valueOf(node: AnyNode | null | undefined, scope: Scope): CodeValue {
    if (!node) return undefined
    this.steps += 1
    if (this.steps > maxSteps || this.depth > deepest) return unknown
    this.depth += 1
    const value = this.evaluate(node, scope)
    this.depth -= 1
    return value
  }

  private evaluate(node: AnyNode, scope: Scope): CodeValue {
    const value = (part: AnyNode | null | undefined) => this.valueOf(part, scope)
    switch (node.type) {
      case 'Literal':
        if (node.regex) return node.value instanceof RegExp ? node.value : unknown
        return typeof node.value === 'bigint' || node.value instanceof RegExp ? unknown : node.value
      case 'TemplateLiteral':
        return this.template(
          node.quasis.map(({ value: text }) => text.cooked ?? ''),
          node.expressions.map(value),
        )
      case 'Identifier':
        return this.identifier(node.name, scope)
      case 'ObjectExpression':
        return this.object(node, scope)
      case 'ArrayExpression':
        return node.elements.flatMap((element): readonly CodeValue[] => {
          if (element?.type !== 'SpreadElement') return [value(element)]
          const spread = value(element.argument)
          return Array.isArray(spread) ? spread : [unknown]
        })
      case 'MemberExpression':
        return this.member(node, scope)
      case 'CallExpression':
      case 'NewExpression':
        return this.call(node, scope)
      case 'UnaryExpression': {
        const of = value(node.argument)
        if (node.operator === '!') return isTrue(of) === null ? unknown : !isTrue(of)
        if (node.operator === '-') return typeof of === 'number' ? -of : unknown
        return node.operator === 'void' ? undefined : unknown
      }
      case 'BinaryExpression':
        return node.left.type === 'PrivateIdentifier'
          ? unknown
          : foldBinary(node.operator, value(node.left), value(node.right))
      case 'LogicalExpression': {
        const left = value(node.left)
        const truth =
          node.operator === '??' ? known(left) && left !== null && left !== undefined : isTrue(left)
        if (node.operator === '??' && left instanceof Unknown) return unknown
        if (truth === null) return unknown
        return truth === (node.operator === '&&') ? value(node.right) : left
      }
      case 'ConditionalExpression': {
        const truth = isTrue(value(node.test))
        return truth === null ? unknown : value(truth ? node.consequent : node.alternate)
      }
      case 'AwaitExpression':
        return value(node.argument)
      case 'ImportExpression':
        return this.imported('*', value(node.source))
      case 'AssignmentExpression':
        return value(node.right)
      case 'SequenceExpression':
        return value(node.expressions.at(-1))
      case 'ChainExpression':
        return value(node.expression)
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.function(node)
      default:
        if (isElement(node)) return this.element(node, scope)
        return isTypeMark(node) ? value(node.expression) : unknown
    }
  }

  private template(texts: readonly string[], values: readonly CodeValue[]): CodeValue {
    const parts = values.map((value) =>
      typeof value === 'string' || typeof value === 'number' ? String(value) : null,
    )
    if (parts.includes(null)) return unknown
    return texts.map((text, index) => text + (parts[index] ?? '')).join('')
  }

  private identifier(name: string, scope: Scope): CodeValue {
    const binding = lookUp(scope, name)
    if (binding === null) {
      if (name === 'undefined') return undefined
      return name === '__dirname' ? '.' : new Named(name, null)
    }
    const known = this.bound.get(binding)
    if (known !== undefined || this.bound.has(binding)) return known
    this.bound.set(binding, unknown) // defined in terms of itself
    const value = this.binding(name, binding)
    this.bound.set(binding, value)
    return value
  }

  private binding(name: string, binding: Binding): CodeValue {
    const { imported, value: node, scope, key, assigned, changed } = binding
    if (changed) return unknown
    if (imported !== undefined) return this.imported(imported.name, imported.from)
    if (node === null) return new Named(name, null)
    const whole = this.valueOf(node, scope)
    let value = key === undefined ? whole : memberOf(whole, key)
    for (const { path, value: right, scope: at } of assigned)
      value = withMember(value, path, this.valueOf(right, at))
    return value
  }

  private imported(name: string, from: CodeValue): CodeValue {
    if (typeof from !== 'string') return unknown
    const module = this.module(from)
    if (module === null || module === undefined) return new Named(name === 'require' ? '*' : name, from)
    if (!isRead(module)) return module
    if (name === 'default' || name === 'require') return module.exported
    return name === '*' ? { ...module.named, default: module.exported } : module.named[name]
  }

  private object({ properties }: ObjectExpression, scope: Scope): CodeValue {
    const entries: [string, CodeValue][] = []
    for (const property of properties) {
      if (property.type === 'SpreadElement') {
        const spread = this.valueOf(property.argument, scope)
        if (isObject(spread)) entries.push(...Object.entries(spread))
        continue
      }
      const key =
        !property.computed && property.key.type === 'Identifier'
          ? property.key.name
          : this.valueOf(property.key, scope)
      if (typeof key !== 'string' && typeof key !== 'number') continue
      if (key === '__proto__' && !property.computed) continue // sets no key
      entries.push([String(key), property.kind === 'init' ? this.valueOf(property.value, scope) : unknown])
    }
    return Object.fromEntries(entries)
  }

  private member(node: Extract<AnyNode, { type: 'MemberExpression' }>, scope: Scope): CodeValue {
    const path = memberPath(node)
    if (path?.[0] === 'process' && path[1] === 'env' && lookUp(scope, 'process') === null)
      return path[2] === 'NODE_ENV' ? 'production' : undefined // the value for a published site
    if (node.object.type === 'MetaProperty') return metaOf(node)
    if (node.object.type === 'Super') return unknown
    const key =
      !node.computed && node.property.type === 'Identifier'
        ? node.property.name
        : node.property.type === 'PrivateIdentifier'
          ? unknown
          : this.valueOf(node.property, scope)
    if (typeof key !== 'string' && typeof key !== 'number') return unknown
    const of = this.valueOf(node.object, scope)
    // `new URL('./src', import.meta.url).pathname` is the folder it names.
    if (typeof of === 'string' && (key === 'pathname' || key === 'href')) return of
    return memberOf(of, String(key))
  }

  private call(
    node: Extract<AnyNode, { type: 'CallExpression' | 'NewExpression' }>,
    scope: Scope,
  ): CodeValue {
    const known = this.calls.get(node)
    if (known !== undefined) return known
    this.calls.set(node, unknown)
    const value = this.callOf(node, scope)
    this.calls.set(node, value)
    return value
  }

  private callOf(
    node: Extract<AnyNode, { type: 'CallExpression' | 'NewExpression' }>,
    scope: Scope,
  ): CodeValue {
    const { callee } = node
    const args = node.arguments.map((one) =>
      one.type === 'SpreadElement' ? unknown : this.valueOf(one, scope),
    )
    if (callee.type === 'Super') return unknown
    const name = memberPath(callee)?.join('.') ?? ''
    if (name === 'require' && lookUp(scope, 'require') === null) return this.imported('require', args[0])
    if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
      const method = callee.property.type === 'Identifier' && !callee.computed ? callee.property.name : null
      const on = this.valueOf(callee.object, scope)
      return foldCall(on, method, args, name) ?? new Called(on, method, args)
    }
    const on = this.valueOf(callee, scope)
    const folded = foldCall(on, null, args, name)
    if (folded !== null) return folded
    // A call of a function without parameters evaluates to its result.
    if (on instanceof Func && args.length === 0 && on.returned.length === 1) return on.returned[0]
    return new Called(on, null, args)
  }

  private element(element: Element, scope: Scope): CodeValue {
    const name = componentOf(element)
    if (name === null) return unknown
    const attributes = attributesOf(element).map(
      ([key, value]) => [key, value === null ? true : this.valueOf(value, scope)] as const,
    )
    return new Called(this.identifier(name, scope), null, [Object.fromEntries(attributes)])
  }

  private function(node: Extract<AnyNode, { type: `${string}Function${string}` }>): CodeValue {
    const scope = this.found.scopeOf.get(node)
    if (scope === undefined || !isFunction(node)) return unknown
    const returned =
      node.body.type === 'BlockStatement' ? this.returned(node.body, scope) : [this.valueOf(node.body, scope)]
    return new Func(returned, this.callsWithin(node))
  }

  private returned(node: AnyNode, around: Scope): CodeValue[] {
    const scope = this.found.scopeOf.get(node) ?? around
    if (node.type === 'ReturnStatement') return [this.valueOf(node.argument, scope)]
    return partsOf(node)
      .filter((part) => !isFunction(part))
      .flatMap((part) => this.returned(part, scope))
  }

  /** The calls in a function, or in the whole file. */
  callsWithin(body: AnyNode | null): readonly Called[] {
    const found = body === null ? this.found.calls : (this.found.callsIn.get(body) ?? [])
    return found
      .map(({ node, scope }) => this.valueOf(node, scope))
      .filter((value) => value instanceof Called)
  }
}

const known = (value: CodeValue): boolean => !(value instanceof Unknown)

// `as const`, `satisfies …`, `<T>x` and `x!` of TypeScript, which acorn's own types do not know.
const isTypeMark = (node: object): node is { expression: AnyNode } =>
  'type' in node &&
  /^TS(?:As|Satisfies|NonNull|TypeAssertion|Instantiation)/.test(String(node.type)) &&
  'expression' in node

const metaOf = ({ property }: Extract<AnyNode, { type: 'MemberExpression' }>): CodeValue => {
  const name = property.type === 'Identifier' ? property.name : ''
  if (name === 'url' || name === 'dirname') return '.'
  return name === 'env' ? {} : unknown
}

const memberOf = (of: CodeValue, key: string): CodeValue => {
  if (isObject(of)) return Object.hasOwn(of, key) ? of[key] : undefined
  if (Array.isArray(of)) return /^\d+$/.test(key) ? of[Number(key)] : unknown
  if (of instanceof Named && of.from !== null) return new Named(key, of.from)
  return unknown
}

const withMember = (of: CodeValue, path: readonly string[], value: CodeValue): CodeValue => {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (!isObject(of)) return of
  const before: CodeObject = of
  return { ...before, [first]: withMember(rest.length === 0 ? value : (before[first] ?? {}), rest, value) }
}
