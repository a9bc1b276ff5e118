import { expect, test } from 'vitest'
import { filesToPaste, imageInPage } from '../../../shared/images/pasted-files'

const file = (name: string, type = 'image/jpeg') => ({ name, type })

/** The names of the files that are pasted. */
const pasted = (files: readonly ReturnType<typeof file>[], { plain = '', html = '' } = {}) =>
  filesToPaste({ files, plain, html }).map(({ name }) => name)

const [a, b] = [file('a.jpg'), file('b c ü.png', 'image/png')]

test.each([
  ['no text', ''],
  ['blank text', ' \n'],
  ['the paths, as file managers of Linux copy them', '/home/ann/a.jpg\n/home/ann/b c ü.png'],
  ['the names, as the Finder copies them', 'a.jpg\rb c ü.png'],
  ['names in decomposed letters', 'a.jpg\nb c ü.png'.normalize('NFD')],
  ['their URLs', 'file:///home/ann/a.jpg\r\nfile:///home/ann/b%20c%20%C3%BC.png\r\n'],
  ['paths of Windows', 'C:\\pictures\\a.jpg\nC:\\pictures\\b c ü.png'],
])('copied files are pasted with %s', (_what, text) => {
  expect(pasted([a, b], { plain: text })).toEqual(['a.jpg', 'b c ü.png'])
})

test('of several files only the images are pasted', () => {
  const text = '/x/a.jpg\n/x/notes.txt'
  expect(pasted([a, file('notes.txt', 'text/plain')], { plain: text })).toEqual(['a.jpg'])
  expect(pasted([file('notes.txt', 'text/plain')])).toEqual([])
})

test.each([
  ['a sentence', 'The harbour at night'],
  ['cells of a table', '1\t2\n3\t4'],
  ['a sentence with the name', 'See a.jpg'],
  ['the name and more', '/x/a.jpg\nand some words'],
  ['a damaged URL', 'file:///x/%E0%A4%A.jpg'],
  ['the address of an image', 'https://example.org/other.jpg'],
])('text with a picture of it stays text: %s', (_what, text) => {
  expect(pasted([a], { plain: text })).toEqual([])
})

test('a name in rich text stays text', () => {
  expect(pasted([a], { plain: 'a.jpg', html: '<b>a.jpg</b>' })).toEqual([])
})

test.each([
  ['<img src="https://example.org/pics/boat.jpg" alt="A boat">', 'boat', 'A boat'],
  [
    '<meta charset="utf-8"><img alt="A  boat\nat sea" src="https://example.org/b%C3%B6.webp?w=1#x"/>',
    'bö',
    'A boat at sea',
  ],
  ['<a href="/x"><img src="https://example.org/pics/"></a>', '', ''],
  ['<img src="data:image/png;base64,AAAA" alt="A plan">', '', 'A plan'],
  ['<img src="https://example.org/%E0%A4%A" alt="">', '%E0%A4%A', ''],
  ['<img alt="no address">', '', 'no address'],
  [`<img data-src="https://example.org/lazy.png" alt='5 &gt; 3 &amp; "so"'>`, '', '5 > 3 & "so"'],
  ['<img alt="a > b" src=https://example.org/c.png>', 'c', 'a > b'],
])('an image copied in a browser has the name and the words of its page: %s', (html, name, alt) => {
  expect(imageInPage(html)).toEqual({ name, alt })
})

test.each([
  '',
  '<p>words</p>',
  '<img src="https://example.org/1.png"><img src="https://example.org/2.png">',
  `<img alt="${'x'.repeat(200_000)}">`,
])('HTML with no one image names none', (html) => {
  expect(imageInPage(html)).toEqual({ name: '', alt: '' })
})

test('an image whose type the system does not know is one by its name', () => {
  const unknown = (name: string) => file(name, '')
  const all = [unknown('IMG_1.HEIC'), unknown('b.avif'), unknown('holiday'), unknown('c.png.zip')]
  expect(pasted([...all, file('d.png', 'text/plain')])).toEqual(['IMG_1.HEIC', 'b.avif'])
})
