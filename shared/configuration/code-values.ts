/** A value known only at run time. */
export class Unknown {
  readonly kind = 'unknown'
}
export const unknown = new Unknown()

/** A name whose value is not in the file: an import, or with `from` null a parameter or global. */
export class Named {
  constructor(
    /** `default`, `*` for a whole package, else the name that was imported. */
    readonly name: string,
    readonly from: string | null,
  ) {}
}

/** A call, `new` and JSX elements included: of `on` itself, or of its method. */
export class Called {
  constructor(
    readonly on: CodeValue,
    readonly method: string | null,
    readonly args: readonly CodeValue[],
  ) {}
}

/** A function, with its possible results and the calls in its body. */
export class Func {
  constructor(
    readonly returned: readonly CodeValue[],
    readonly calls: readonly Called[],
  ) {}
}

export interface CodeObject {
  readonly [key: string]: CodeValue
}

/** The static value of an expression: plain data, with unknown parts. */
export type CodeValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | RegExp
  | readonly CodeValue[]
  | CodeObject
  | Unknown
  | Named
  | Called
  | Func

/** The static contents of a code file. */
export interface ReadCode {
  /** Its default export, or what it assigns to `module.exports`; undefined without one. */
  readonly exported: CodeValue
  readonly named: Readonly<Record<string, CodeValue>>
  /** Every call in it and in the files it imports, those inside functions included. A JSX element is a call, too. */
  readonly calls: readonly Called[]
}

/** Whether an imported file is code, and no data. */
export const isRead = (module: ReadCode | CodeValue): module is ReadCode =>
  typeof module === 'object' && module !== null && 'exported' in module && 'calls' in module

export const isObject = (value: CodeValue): value is CodeObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof RegExp) &&
  !(value instanceof Unknown) &&
  !(value instanceof Named) &&
  !(value instanceof Called) &&
  !(value instanceof Func)

const deepest = 12

/**
 * The object that an export evaluates to: itself, the argument of `defineConfig(…)` or `withPlugin(…)(…)`, or the result
 * of a function. Several objects are merged; the last one takes precedence.
 */
export const configurationOf = (value: CodeValue, depth = 0): CodeObject | null => {
  if (depth > deepest) return null
  if (isObject(value)) return value
  if (value instanceof Func) return merged(value.returned, depth)
  if (Array.isArray(value)) return merged(value, depth)
  if (!(value instanceof Called)) return null
  return merged([...(value.on instanceof Func ? value.on.returned : []), ...value.args], depth)
}

const merged = (values: readonly CodeValue[], depth: number): CodeObject | null => {
  const objects = values.map((one) => configurationOf(one, depth + 1)).filter((one) => one !== null)
  return objects.length === 0 ? null : Object.assign({}, ...objects)
}

/** The value as plain data; unknown values are omitted from objects and undefined in arrays. */
export const plainOf = (value: CodeValue, depth = 0): unknown => {
  if (depth > deepest) return undefined
  if (Array.isArray(value)) return value.map((one) => plainOf(one, depth + 1))
  if (!isObject(value)) return typeof value === 'object' && value !== null ? undefined : value
  const entries = Object.entries(value).map(([key, inside]) => [key, plainOf(inside, depth + 1)] as const)
  return Object.fromEntries(entries.filter(([, inside]) => inside !== undefined))
}

/** The package that a value is imported from or created by; null for the file's own values. */
export const packageOf = (value: CodeValue): string | null => {
  if (value instanceof Named) return value.from
  return value instanceof Called ? packageOf(value.on) : null
}

/** The first value of a chain such as `markdownIt({…}).use(a).use(b)`, and the methods called on it in order. */
export const chainOf = (
  value: CodeValue,
): { readonly start: CodeValue; readonly steps: readonly Called[] } => {
  const steps: Called[] = []
  let start = value
  while (start instanceof Called && start.method !== null) {
    steps.unshift(start)
    start = start.on
  }
  return { start, steps }
}
