import { expect, test } from 'vitest'
import { gfmAddresses } from '../../../../shared/markdown/links/gfm-links'
import { fileReference, imageSource, kindOf, linkTarget } from '../../../../shared/markdown/links/links'
import { html, markdownOptions } from '../../../support/markdown-options'

const options = markdownOptions()

test('a reference is sorted the way a browser reads it', () => {
  const kinds = {
    'a/b.png': 'relative',
    '/a.png': 'relative',
    '#x': 'anchor',
    'https://e.org/x': 'remote',
    '//e.org/x': 'remote',
    '\\\\host\\share\\x.png': 'remote',
    'mailto:a@b.c': 'mail',
    'java\nscript:x': 'refused',
    '\u0001javascript:x': 'refused',
    'file:///etc/passwd': 'refused',
    'C:\\x.png': 'refused',
    'data:text/html,x': 'refused',
    'data:image/png;base64,x': 'image-data',
  }
  for (const [reference, kind] of Object.entries(kinds)) expect(kindOf(reference), reference).toBe(kind)
})

test('what may not open has no target', () => {
  expect(linkTarget('vbscript:x', options)).toBeNull()
  expect(linkTarget('data:image/png;base64,x', options)).toBeNull()
  expect(linkTarget('//e.org/x', options)).toBe('https://e.org/x')
})

test('remote images are held back until they are allowed', () => {
  expect(imageSource('https://e.org/x.png', options)).toEqual({
    kind: 'held',
    url: 'https://e.org/x.png',
    host: 'e.org',
  })
  expect(imageSource('https://e.org/x.png', { ...options, remoteImages: 'show' }).kind).toBe('shown')
  expect(imageSource('file:///x.png', options).kind).toBe('refused')
})

test('a file is named as it is on the disk', () => {
  expect(fileReference('my%20image.png')).toBe('my image.png')
  expect(fileReference('100%.png')).toBe('100%.png')
  expect(fileReference('{{ site.baseurl }}/a.png')).toBe('/a.png')
})

test('addresses end where the sentence goes on', () => {
  const found = (text: string) => gfmAddresses.in(text).map(({ from, to }) => text.slice(from, to))
  expect(found('see https://e.org/a(b). And www.e.org, ok')).toEqual(['https://e.org/a(b)', 'www.e.org'])
  expect(found('mail me@e.org!')).toEqual(['me@e.org'])
  expect(found('node.js and e.g. this')).toEqual([])
  expect(found('见https://e.org/x')).toEqual(['https://e.org/x'])
})

test('what follows an address is cut off in one pass, however long', () => {
  const tail = ').;'.repeat(100_000)
  expect(html(`http://a.b/(c)${tail}`)).toBe(`<p><a href="http://a.b/(c)">http://a.b/(c)</a>${tail}</p>`)
})
