import { type Expression, type Node, parseSync } from 'oxc-parser'
import { english } from '../../shared/texts/english'

/** An English text in the code. */
export interface FoundText {
  readonly line: number
  readonly text: string
}

/** Attributes and properties whose values are shown or read aloud, even a single word. */
const shown =
  /^(?:aria-label|label|title|titles|placeholder|hint|explanation|alt|text|message|detail|description|about|reason|notice|nothing|buttonLabel|heading|summary|why|buttons)$/

/** Attributes whose values are identifiers. */
const names = /^(?:key|className|id|role|type|htmlFor|data-.*)$/

/** Calls whose arguments are not texts of the interface: selectors, patterns, logs, SQL, documentation. */
const silent =
  /(?:^|\.)(?:querySelector(?:All)?|closest|matches|matchMedia|startsWith|endsWith|includes|note|onNote|log|describe|exec|prepare|theme|baseTheme|styled|drawLine|rebuilt|privateCopy|attrJoin)$/
/** Errors for mistakes in the code; errors that a user can cause are AppErrors. */
const programmingErrors = /^(?:Error|RangeError|TypeError)$/
/** Code: markup, paths, selectors, SQL, styles, policies, media types, class names, shell commands. */
const code =
  /^\s*(?:<|[#.[&]|>|:::|--|\.?\/|https?:)|[{}]\s*$|^\s*(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|BEGIN)\b|var\(--|^(?:src|[a-z]+(?:-[a-z]+)+): |^(?:[a-z]+-src|sandbox|input,|textarea,|a\[href\],) ?|^[\w-]+\/[\w+-]+(?:;|$)|^(?:(?:live|cm)-[\w…-]+ ?)+$|^(?:import |_config\.yml: |npm|npx|bundle exec|hugo|zola|nikola|[\w./-]+\.\w{2,4}$)/

const halls: Readonly<Record<string, Readonly<Record<string, string>>>> = english

const isKey = (text: string): boolean => {
  const [hall = '', name = ''] = text.split('.')
  return Object.hasOwn(halls, hall) && Object.hasOwn(halls[hall] ?? {}, name)
}

const wordsInRow = /\p{L}{2,}[’”“)]?[,;:.]? [“({]?\p{L}|… \p{L}{3,}/u
/** A single word counts as a text if it is capitalised; `failed` and `none` are identifiers. */
const wordAlone = /\p{Lu}\p{Ll}/u

/** The texts of the interface in a source file that do not come from the catalogue. */
export const textsInCode = (file: string, source: string): readonly FoundText[] => {
  const found: FoundText[] = []
  const add = ({ start }: Node, text: string): void => {
    found.push({ line: source.slice(0, start).split('\n').length, text: text.replace(/\s+/g, ' ').trim() })
  }
  const visit = (node: Node, isShown: boolean): void => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'TSLiteralType':
      case 'SwitchCase':
        if (node.type === 'SwitchCase') for (const statement of node.consequent) visit(statement, false)
        return
      case 'JSXText':
        if (/\p{L}/u.test(node.value)) add(node, node.value)
        return
      case 'Literal':
        if (typeof node.value === 'string') check(node, node.value, isShown)
        return
      case 'TemplateLiteral':
        check(node, node.quasis.map(({ value }) => value.cooked).join('…'), isShown)
        break
      case 'JSXAttribute':
        if (node.value && !names.test(String(node.name.name)))
          visit(node.value, shown.test(String(node.name.name)))
        return
      case 'Property':
        if (node.computed) visit(node.key, false)
        visit(node.value, node.key.type === 'Identifier' && shown.test(node.key.name))
        return
      case 'BinaryExpression':
        if (/^[!=]==?$/.test(node.operator)) return
        break
      case 'CallExpression':
      case 'NewExpression': {
        const callee = source.slice(node.callee.start, node.callee.end)
        if (silent.test(callee) || (node.type === 'NewExpression' && programmingErrors.test(callee))) {
          visit(node.callee, false)
          return
        }
        break
      }
      case 'ConditionalExpression':
        visit(node.test, false)
        visit(node.consequent, isShown)
        visit(node.alternate, isShown)
        return
    }
    for (const child of childrenOf(node)) visit(child, isShown && passesOn.has(node.type))
  }
  const check = (node: Expression, text: string, isShown: boolean): void => {
    if (code.test(text) || isKey(text)) return
    if (wordsInRow.test(text) || (isShown && wordAlone.test(text))) add(node, text)
  }
  visit(parseSync(file, source).program, false)
  return found
}

/** Expressions whose parts are shown if the whole is shown, such as lists and parentheses. */
const passesOn: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'JSXExpressionContainer',
  'LogicalExpression',
  'ParenthesizedExpression',
  'TSAsExpression',
])

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode))

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
