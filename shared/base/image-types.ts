const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jfif: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  apng: 'image/apng',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
}

/** The media type of an image by its name; null if it is not an image. */
export const imageTypeOf = (name: string): string | null => {
  const extension = /[^/]\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(types, extension) ? (types[extension] ?? null) : null
}

/** Extensions of the images that can be shown, without a dot. */
export const imageExtensions: readonly string[] = Object.keys(types)

/** The media type of an image by its first bytes; null if they match none. */
export const imageTypeOfBytes = (bytes: Uint8Array): string | null => {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'image/webp'
  if (/^[\s\S]{4}ftypavi[fs]/.test(head)) return 'image/avif'
  if (head.startsWith('BM')) return 'image/bmp'
  if (head.startsWith('\0\0\x01\0')) return 'image/x-icon'
  const start = String.fromCharCode(...bytes.subarray(0, 1024)) // the pattern asks for ASCII only
  return /^(?:<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!doctype svg[^>]*>|\s)*<svg[\s>]/i.test(start)
    ? 'image/svg+xml'
    : null
}

/** The extension to give an image of this type. */
export const extensionForType = (type: string): string | null =>
  type === 'image/jpeg' ? 'jpg' : (imageExtensions.find((extension) => types[extension] === type) ?? null)
