import { extensionOf } from '../post-path'

const types: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
}

/** The media type of a font by its name; null for whatever is not a font. */
export const fontTypeOf = (name: string): string | null => {
  const extension = extensionOf(name)
  return Object.hasOwn(types, extension) ? (types[extension] ?? null) : null
}
