import { Called, type CodeValue, Func, isObject, Named, Unknown, unknown } from './code-values'

/** Whether a value is truthy; null if unknown. */
export const isTrue = (value: CodeValue): boolean | null => {
  if (value instanceof Unknown || value instanceof Named || value instanceof Called) return null
  return Boolean(value)
}

const isScalar = (value: CodeValue): value is string | number | boolean | null | undefined =>
  value === null || typeof value !== 'object'

/** The result of a binary operator. */
export const foldBinary = (operator: string, left: CodeValue, right: CodeValue): CodeValue => {
  if (!isScalar(left) || !isScalar(right)) return unknown
  switch (operator) {
    case '+':
      return typeof left === 'number' && typeof right === 'number'
        ? left + right
        : isText(left) && isText(right)
          ? `${left}${right}`
          : unknown
    case '===':
    case '==':
      return left === right
    case '!==':
    case '!=':
      return left !== right
    default:
      return unknown
  }
}

const isText = (value: CodeValue): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

/** The result of a pure built-in call of JavaScript or Node; null for any other call. */
export const foldCall = (
  on: CodeValue,
  method: string | null,
  args: readonly CodeValue[],
  name: string,
): CodeValue => {
  const [first] = args
  if (Array.isArray(on)) return foldList(on, method, args)
  if (typeof on === 'string') return foldText(on, method)
  if (name === 'Object.freeze') return first
  if (name === 'Object.assign') return args.every(isObject) ? Object.assign({}, ...args) : null
  if (name === 'process.cwd') return '.'
  if (name === 'String' && isText(first)) return String(first)
  if (name === 'Boolean') return isTrue(first) ?? unknown
  if (name === 'URL') return typeof first === 'string' ? first : unknown
  if (isOf(on, 'path')) {
    const called = on instanceof Named && on.name !== 'default' && on.name !== '*' ? on.name : method
    if (called === 'join' || called === 'resolve') return joinedPath(args)
    if (called === 'dirname') return first === '.' ? '.' : unknown
  }
  if (isOf(on, 'url') && (method ?? name) === 'fileURLToPath') return first
  return null
}

const isOf = (on: CodeValue, module: string): boolean =>
  on instanceof Named && (on.from === module || on.from === `node:${module}`)

const joinedPath = (args: readonly CodeValue[]): CodeValue =>
  args.every((part) => typeof part === 'string') ? args.join('/').replace(/\/{2,}/g, '/') : unknown

const foldList = (
  list: readonly CodeValue[],
  method: string | null,
  args: readonly CodeValue[],
): CodeValue => {
  const [first] = args
  switch (method) {
    case 'filter':
      if (!(first instanceof Named && first.name === 'Boolean') && !(first instanceof Func)) return unknown
      return first instanceof Named ? list.filter((one) => isTrue(one) !== false) : unknown
    case 'concat':
      return [...list, ...args.flatMap((one) => (Array.isArray(one) ? one : [one]))]
    case 'flat':
      return list.flatMap((one) => (Array.isArray(one) ? one : [one]))
    case 'join':
      return list.every(isText) && (first === undefined || typeof first === 'string')
        ? list.join(first)
        : unknown
    default:
      return null
  }
}

const foldText = (text: string, method: string | null): CodeValue => {
  switch (method) {
    case 'trim':
      return text.trim()
    case 'toLowerCase':
      return text.toLowerCase()
    case 'toString':
      return text
    default:
      return unknown
  }
}
