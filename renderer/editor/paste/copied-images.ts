import type { Attributes, Tag } from 'sanitize-html'

/** Where pages keep the address of an image that they load late. */
const lateNames = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-srcset', 'srcset']
/** The start of a GIF and of a PNG of one pixel, in base64. */
const onePixel = /^data:image\/(?:gif|png);base64,(?:R0lGOD(?:dh|lh)AQAB|iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB)/
/** Emoji with their joiners and modifiers, or a shortcode. */
const emoji =
  /^(?:(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3))(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3|[\u{e0020}-\u{e007f}]|[\d#*]){1,30}|:[\w+-]{1,40}:)$/u

/** The address of the largest image in a `srcset`, or the attribute itself if it is a plain address. */
const largestOf = (written: string): string => {
  const candidates = written.split(/,\s+/).map((part) => {
    const [address = '', size = ''] = part.trim().split(/\s+/)
    return { address, size: Number.parseFloat(size) || 1 }
  })
  return candidates.reduce((best, next) => (next.size > best.size ? next : best)).address
}

const isWeb = (address: string): boolean => /^(?:https?:)?\/\//i.test(address)

/** The address that a page shows in the end: a late one instead of a missing or embedded placeholder. */
const addressIn = (attributes: Attributes): string => {
  const src = (attributes.src ?? '').trim()
  const late = lateNames
    .flatMap((name) => (attributes[name] ? [largestOf(attributes[name])] : []))
    .find(isWeb)
  const address = late !== undefined && !isWeb(src) ? late : src
  return address.startsWith('//') ? `https:${address}` : address
}

const inBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

/** A data URL in the one form that is read later: a type and base64; null if it is none of an image. */
const dataUrl = (address: string): string | null => {
  const [, type = '', parameters = '', data = ''] =
    /^data:(image\/[\w.+-]+)((?:;[\w.+=-]+)*),(.*)$/is.exec(address) ?? []
  if (type === '' || data === '') return null
  if (/;base64$/i.test(parameters)) return `data:${type};base64,${data}`
  try {
    return `data:${type};base64,${inBase64(/%[\da-f]{2}/i.test(data) ? decodeURIComponent(data) : data)}`
  } catch (error) {
    if (error instanceof URIError) return null // not percent-encoded after all
    throw error
  }
}

/** Pixels that only count who opens a page. */
const isTracking = ({ width = '', height = '', style = '' }: Attributes, address: string): boolean => {
  const isTiny = (size: string) => /^[0-2](?:px)?$/.test(size.trim())
  const styled = (side: string) => new RegExp(`(?:^|;)\\s*${side}:\\s*([^;]+)`, 'i').exec(style)?.[1] ?? ''
  return onePixel.test(address) || (isTiny(width || styled('width')) && isTiny(height || styled('height')))
}

/** Its alt text is pasted as words: the element itself has no content. */
const words = (alt: string): Tag => ({ tagName: 'img', attribs: { alt, 'data-words': '' } })

/**
 * What is pasted for an image: the image with an address that works outside of its page, an emoji as itself, nothing for
 * tracking pixels, and its alt text if only its program can read it; then `onLost` is called.
 */
export const copiedImage = (attributes: Attributes, onLost: () => void): Tag => {
  const alt = (attributes.alt ?? '').trim()
  const address = addressIn(attributes)
  if (emoji.test(alt)) return words(alt)
  if (address === '' || isTracking(attributes, address)) return words('')
  const isEmbedded = /^data:/i.test(address)
  const src = isEmbedded ? dataUrl(address) : address
  // A scheme other than these, or a drive of Windows.
  const isReachable = isEmbedded || isWeb(address) || !/^[a-z][\w+.-]*:/i.test(address)
  if (src !== null && isReachable) return { tagName: 'img', attribs: { ...attributes, src } }
  onLost()
  return words(alt)
}
