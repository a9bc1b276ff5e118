import { slug } from 'github-slugger'
import type { MarkdownFeatures } from '../options/features'

export type IdStyle = MarkdownFeatures['idStyle']

const marks = /\p{M}/gu
// VitePress removes the marks of Latin letters and keeps those of other scripts.
const latinMarks = /[\u0300-\u036f]/g
/** The text without accents and the like. */
const withoutMarks = (text: string): string => text.normalize('NFKD').replace(marks, '')

// hexo-util and VitePress agree on the signs that become a dash.
const special = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g
const hexoSpecial = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g
/** hexo-util removes what looks like a tag from the text, including code. */
const markup = /<(?! )[^>]*(?:>|$)/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: both leave them out
const control = /[\u0000-\u001f]/g

const spellings: Readonly<Record<IdStyle, (text: string) => string>> = {
  github: slug,
  goldmark: (text) => hugoId(text.trim()),
  'github-ascii': (text) => hugoId(withoutMarks(text.trim()).replace(/[^ -~]/g, '')),
  kramdown: (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
      .replace(/[ \t]/g, '-'),
  hexo: (text) =>
    withoutLetters(text.replace(markup, ''))
      .replace(control, '')
      .replace(hexoSpecial, '-')
      .replace(/-{2,}/g, '-')
      .replace(/^-+|-+$/g, ''),
  vitepress: (text) =>
    text
      .normalize('NFKD')
      .replace(latinMarks, '')
      .replace(control, '')
      .replace(special, '-')
      .replace(/-{2,}/g, '-')
      .replace(/^-+|-+$/g, '')
      .replace(/^(\d)/, '_$1')
      .toLowerCase(),
  blackfriday: (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, ''),
  encoded: (text) => encoded(text.trim().toLowerCase().replace(/\s+/g, '-')),
  own: slug,
  slugify: (text) =>
    withoutMarks(text)
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-+|-+$/g, ''),
  // As the crate `slug`, except that other scripts are kept instead of transliterated.
  zola: (text) =>
    withoutMarks(withoutLetters(text))
      .toLowerCase()
      .replace(/[^\p{L}\p{Nd}]+/gu, '-')
      .replace(/^-+|-+$/g, ''),
}

/** Hugo's variant of GitHub's spelling: letters and decimal digits, without combining marks. */
const hugoId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}_\- ]/gu, '')
    .replaceAll(' ', '-')

const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''))

/** Letters that hexo-util transliterates and that have no Unicode decomposition. */
const letters: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
}
const withoutLetters = (text: string): string =>
  // Only Latin letters lose their marks, circles and full width: those of other scripts are part of the letter.
  text.replace(
    /[\u00c0-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9]/g,
    (letter) => letters[letter] ?? withoutMarks(letter),
  )

/** The id of a heading in the spelling of a renderer, before it is made unique. */
export const headingId = (text: string, style: IdStyle): string => spellings[style](text)
