const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** In expected data: a value that may be read back in more than one way. */
export class Accepts {
  constructor(readonly test: (value: unknown) => boolean) {}
}

/** Deep equality of parsed data; an `Accepts` in `expected` is called. Linear even if aliases share data. */
export const sameData = (expected: unknown, is: unknown, met = new Map<object, object>()): boolean => {
  if (expected instanceof Accepts) return expected.test(is)
  if (Object.is(expected, is)) return true
  if (!isObject(expected) || !isObject(is)) return false
  if (met.get(expected) === is) return true
  met.set(expected, is)
  if (Array.isArray(expected) !== Array.isArray(is)) return false
  if (ArrayBuffer.isView(expected) || ArrayBuffer.isView(is)) return String(expected) === String(is)
  const keys = Object.keys(expected)
  if (keys.length !== Object.keys(is).length) return false
  return keys.every(
    (key) =>
      Object.hasOwn(is, key) &&
      sameData((expected as Record<string, unknown>)[key], (is as Record<string, unknown>)[key], met),
  )
}
