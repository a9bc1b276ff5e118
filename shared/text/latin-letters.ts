// Letters that Unicode does not decompose into a base letter and a mark.
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'ng',
  þ: 'th',
}

/** A text in lower case with Latin letters as ASCII; other letters lose their marks. */
export const plainLatin = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøđðħıłŋþ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
