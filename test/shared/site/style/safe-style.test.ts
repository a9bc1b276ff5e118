import { expect, test } from 'vitest'
import { isForDark, safeStyle } from '../../../../shared/site/style/safe-style'
import { fc } from '../../../support/properties'

const png = 'data:image/png;base64,AAAA'

test('a sheet that fetches nothing stays as it is', () => {
  const css = `:root { --a: #fff; }
@media (min-width: 40em) { .post > h1:not(.x)::before { content: "\\201C url(x)"; color: var(--a) } }
@layer base { p { margin: calc(1em + 2px); width: -1.5em } }
b { background: url("${png}") no-repeat; filter: url(#blur) }
`
  expect(safeStyle(css)).toBe(css)
})

test.each([
  ['@import "https://x.example/a.css";', '@x-import "https://x.example/a.css";'],
  ['@IMPORT url(a.css);', '@x-import x-url();'],
  ['@\\69mport "a.css";', '@x-import "a.css";'],
  ['@\\000069 mport "a.css";', '@x-import "a.css";'],
  ['@im/**/port "a";', '@im/**/port "a";'],
  ['@font-face { src: url(a.woff2) }', '@x-font-face { src: x-url() }'],
  ['a{b:url(https://x.example/)}', 'a{b:x-url()}'],
  ['a{b:url( "https://x.example/" )}', 'a{b:x-url()}'],
  ["a{b:url('//x.example/')}", 'a{b:x-url()}'],
  ['a{b:\\75 rl(//x.example)}', 'a{b:x-url(//x.example)}'],
  ['a{b:u\\72l(//x.example)}', 'a{b:x-url(//x.example)}'],
  ['a{b:\\75 rl(/*) url(//x.example) */)}', 'a{b:x-url(/**/)}'],
  ['a{b:\\75 rl(") url(//x.example)")}', 'a{b:x-url()}'],
  ['a{b:URL(\\68ttps://x.example)}', 'a{b:x-url()}'],
  ['a{b:url(a\\)b)}', 'a{b:x-url()}'],
  ['a{b:url("x" crossorigin(anonymous))}', 'a{b:x-url("x" crossorigin(anonymous))}'],
  ['a{b:url("data:image/png;\\62ase64,")}', 'a{b:x-url()}'],
  ['a{b:url(data:text/html,x)}', 'a{b:x-url()}'],
  ['a{b:image-set("https://x.example/" 1x)}', 'a{b:x-image-set("https://x.example/" 1x)}'],
  ['a{b:-WEBKIT-image-set(url(x) 1x)}', 'a{b:x--webkit-image-set(x-url() 1x)}'],
  [`a{b:image-set("${png}" 1x, url( '//x' ) 2x )}`, `a{b:x-image-set("${png}" 1x, x-url() 2x )}`],
  [`a{b:-webkit-Image-Set("${png}" 1x)}`, `a{b:-webkit-Image-Set(url("${png}") 1x)}`],
  ['a{b:im\\61ge-set("//x" 1x)}', 'a{b:x-image-set("//x" 1x)}'],
  ['a{b:image-set(var(--x, "//x") 1x)}', 'a{b:x-image-set(var(--x, "//x") 1x)}'],
  ['a{b:image-set("a\\"b" 1x)}', 'a{b:x-image-set("a\\"b" 1x)}'],
  ['a{b:image-set(/**/"//x" 1x)}', 'a{b:x-image-set(/**/"//x" 1x)}'],
  ['a{b:image-set("//x', 'a{b:x-image-set("//x'],
  [`a{b:image-set("${png}" 1x`, `a{b:x-image-set("${png}" 1x`],
  ['a{b:src("https://x.example/")}', 'a{b:x-src("https://x.example/")}'],
  ['a{--b:url(//x.example)}', 'a{--b:x-url()}'],
  ['a{b:ur<!--l(//x.example)}', 'a{b:ur/**/l(//x.example)}'],
  ['<!--url(//x.example)', '/**/x-url()'],
  ['a{b:"unclosed\nc:url(x)}', 'a{b:"unclosed\nc:x-url()}'],
  ['a{b:url(x', 'a{b:x-url()'],
  ['a{b:"\\\n";c:url(x)}', 'a{b:"\\\n";c:x-url()}'],
  ["a{b:'\\69\nurl(x)'}", "a{b:'\\69\nurl(x)'}"], // the line end belongs to the escape
  ['a{b:\\\\75rl(x)}', 'a{b:\\\\75rl(x)}'], // an escaped backslash, and no url
  ['/* url(x) */a{b:url(x)}', '/**/a{b:x-url()}'],
  ['\\75<!--rl(x)', '\\75/**/rl(x)'],
  ['a{b:\0url(x)}', 'a{b:\ufffdurl(x)}'],
])('%j', (css, safe) => expect(safeStyle(css)).toBe(safe))

const inSite = (reference: string) => (/^[\w./-]+$/.test(reference) ? `asset:${reference}` : null)

test.each([
  ['@font-face { src: url(a.woff2) }', '@font-face { src: url("asset:a.woff2") }'],
  ['a{b:url("../img/a.png")}', 'a{b:url("asset:../img/a.png")}'],
  ["a{b:URL( '/a.png' )}", 'a{b:url("asset:/a.png")}'],
  ['a{b:image-set(url(a.png) 1x)}', 'a{b:image-set(url("asset:a.png") 1x)}'],
  [
    `a{b:image-set("a.avif" type("image/avif") 1x, '../b.png' 2x)}`,
    'a{b:image-set(url("asset:a.avif") type("image/avif") 1x, url("asset:../b.png") 2x)}',
  ],
  ['@import "a.css";', '@x-import "a.css";'],
  ['@import url(../../a.css);', '@x-import url("asset:../../a.css");'],
  ['@font-face { src: url(https://x.example/a.woff2) }', '@font-face { src: x-url() }'],
  ['a{b:url(javascript:alert\\28 1\\29)}', 'a{b:x-url()}'],
  ['a{b:url("java\\73 cript:x")}', 'a{b:x-url()}'],
  ['a{b:url(a\\2e png)}', 'a{b:x-url()}'],
  [`a{b:url(${'a'.repeat(3000)}.png)}`, 'a{b:x-url()}'],
  [`a{b:url("data:text/html,${'a'.repeat(100_000)}")}`, 'a{b:x-url()}'],
])('with the files of a site: %j', (css, safe) => expect(safeStyle(css, inSite)).toBe(safe))

test('what was made safe is safe, whatever it is made of', () => {
  const parts = [
    'url(',
    'URL',
    '\\75',
    ' ',
    'rl(',
    '(',
    ')',
    '"',
    "'",
    '\\',
    '\n',
    '@',
    'import',
    '\\69',
    'mport',
    '{',
    '}',
  ]
  const more = [
    'image-set(',
    'src(',
    '/*',
    '*/',
    '<!--',
    '-->',
    '5',
    '-',
    '.',
    '#',
    ';',
    ':',
    'a',
    'data:image/png,',
    '//x',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts, ...more), { maxLength: 24 }), (written) => {
      const safe = safeStyle(written.join(''))
      expect(safeStyle(safe)).toBe(safe)
    }),
    { numRuns: 5000 },
  )
})

test('colours for the dark are seen', () => {
  expect(isForDark('@media (prefers-color-scheme: dark) { a { b: c } }')).toBe(true)
  expect(isForDark('html.dark a { b: c }')).toBe(true)
  expect(isForDark('.darker { color: #000 }')).toBe(false)
})
