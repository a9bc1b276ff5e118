import { expect, test } from 'vitest'
import { withoutMetadata } from '../../../shared/images/without-metadata'

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

/** A GIF of one pixel with a comment, XMP and a loop. */
const gif = latin(
  'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff' +
    '!\xfe\x05Berli\0' +
    '!\xff\x0bXMP DataXMP\x03GPS\0' +
    '!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0' +
    ',\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;',
)

test('a GIF loses comment and XMP, and goes on moving', () => {
  const clean = Buffer.from(withoutMetadata(gif, 'image/gif') ?? []).toString('latin1')
  expect(clean).not.toMatch(/Berli|GPS/)
  expect(clean).toContain('NETSCAPE2.0')
  expect(clean.endsWith(';')).toBe(true)
})

test.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'text/html'])(
  'random bytes as %s give null or bytes, and end',
  (type) => {
    let seed = 7
    for (let round = 0; round < 400; round += 1) {
      const start =
        {
          'image/jpeg': '\xff\xd8\xff\xe1',
          'image/png': '\x89PNG\r\n\x1a\n',
          'image/webp': 'RIFF\xff\0\0\0WEBP',
          'image/gif': 'GIF89a',
        }[type] ?? ''
      const noise = Array.from({ length: round }, () => {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        return String.fromCharCode((seed >> 16) & 0xff)
      }).join('')
      const answer = withoutMetadata(latin(start + noise), type)
      expect(answer === null || answer instanceof Uint8Array).toBe(true)
    }
  },
)
