import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dictionaryOfTexts, readDictionary } from '../../../../shared/spelling/hunspell/dictionary'
import { suggest } from '../../../../shared/spelling/hunspell/suggest'

const folder = resolve(import.meta.dirname, '../../../../node_modules/dictionary-en')
const english = readDictionary({
  aff: readFileSync(join(folder, 'index.aff')),
  dic: readFileSync(join(folder, 'index.dic')),
})

const judge = (aff: string, dic: string, words: string): Record<string, boolean> => {
  const { isWord } = dictionaryOfTexts(aff, dic)
  return Object.fromEntries(words.split(' ').map((word) => [word, isWord(word)]))
}

describe('English', () => {
  test.each("house houses running wouldn't dog's NASA Hello HELLO London LONDON don’t unhappily".split(' '))(
    '%s is a word',
    (word) => expect(english.isWord(word)).toBe(true),
  )
  test.each('recieve housess teh london wuold unhapily'.split(' '))('%s is none', (word) =>
    expect(english.isWord(word)).toBe(false),
  )
  test.each([
    ['recieve', 'receive'],
    ['seperately', 'separately'],
    ['Teh', 'The'],
    ['alot', 'a lot'],
    ['definately', 'definitely'],
    ['accomodate', 'accommodate'],
    ['LONDN', 'LONDON'],
  ])('%s may have been meant as %s', (wrong, right) => expect(suggest(english, wrong)).toContain(right))
  test('nothing that is no word is suggested, and nothing twice', () => {
    const suggested = suggest(english, 'wierd')
    expect(suggested.filter((word) => !english.isWord(word))).toEqual([])
    expect(new Set(suggested.map((word) => word.toLowerCase())).size).toBe(suggested.length)
  })
})

describe('affixes', () => {
  test('a suffix needs its flag and its condition, and takes letters away', () =>
    expect(
      judge(
        'SFX S Y 2\nSFX S y ies [^aeiou]y\nSFX S 0 s [^y]\n',
        '2\nberry/S\nday\n',
        'berries berrys days day',
      ),
    ).toEqual({ berries: true, berrys: false, days: false, day: true }))

  test('a prefix and a suffix stand together only where both may', () => {
    const aff = (cross: string) => `PFX U Y 1\nPFX U 0 un .\nSFX L ${cross} 1\nSFX L 0 ly .\n`
    expect(judge(aff('Y'), '1\nkind/UL\n', 'unkind kindly unkindly')).toEqual({
      unkind: true,
      kindly: true,
      unkindly: true,
    })
    expect(judge(aff('N'), '1\nkind/UL\n', 'unkindly kindly')).toEqual({ unkindly: false, kindly: true })
  })

  test('two suffixes stand one behind the other where the inner one says so', () =>
    expect(
      judge('SFX A Y 1\nSFX A 0 er/B .\nSFX B Y 1\nSFX B 0 s .\n', '1\nsing/A\n', 'singer singers sings'),
    ).toEqual({ singer: true, singers: true, sings: false }))

  test('flags are written as one sign, two, numbers or aliases', () => {
    const words = 'cats cat dogs'
    const right = { cats: true, cat: true, dogs: false }
    expect(judge('FLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\n', '1\ncat/AbAa\ndog/Ab\n', words)).toEqual(right)
    expect(judge('FLAG num\nSFX 101 Y 1\nSFX 101 0 s .\n', '1\ncat/7,101\ndog/7\n', words)).toEqual(right)
    expect(judge('AF 2\nAF XS\nAF X\nSFX S Y 1\nSFX S 0 s .\n', '1\ncat/1\ndog/2\n', words)).toEqual(right)
  })

  test('roots that need an affix, forbidden words and kept capitals', () =>
    expect(
      judge(
        'NEEDAFFIX N\nFORBIDDENWORD F\nKEEPCASE K\nSFX S Y 1\nSFX S 0 s .\n',
        '4\nroot/NS\ntree/S\ntrees/F\nkm/K\n',
        'root roots tree trees km KM Km',
      ),
    ).toEqual({ root: false, roots: true, tree: true, trees: false, km: true, KM: false, Km: false }))

  test('an affix that adds nothing and one that matches everything end', () =>
    expect(judge('SFX Z Y 1\nSFX Z 0 0/Z .\nPFX Y Y 1\nPFX Y 0 0/Y .\n', '1\na/ZY\n', 'a b')).toEqual({
      a: true,
      b: false,
    }))
})

describe('capitals', () => {
  test('the Turkish i keeps its dot and the ı has none', () =>
    expect(
      judge('LANG tr_TR\n', '4\niyi\nısı\nİzmir\nIğdır\n', 'İyi İYİ IYI Isı ISI İSİ İZMİR IZMIR IĞDIR'),
    ).toEqual({
      İyi: true,
      İYİ: true,
      IYI: false,
      Isı: true,
      ISI: true,
      İSİ: false,
      İZMİR: true,
      IZMIR: false,
      IĞDIR: true,
    }))

  test('the German ß is written SS, ẞ or as it is among capitals', () =>
    expect(
      judge(
        'CHECKSHARPS\nKEEPCASE K\n',
        '2\nStraße\ngroß/K\n',
        'STRASSE STRAẞE STRAßE Strasse GROSS GROẞ GROß',
      ),
    ).toEqual({
      STRASSE: true,
      STRAẞE: true,
      STRAßE: true,
      Strasse: false,
      GROSS: true,
      GROẞ: true,
      GROß: true,
    }))

  test('a root with capitals inside may stand in capitals alone, with its affixes, and not with one', () =>
    expect(
      judge(
        "SFX S Y 1\nSFX S 0 's .\n",
        '2\nMcClain/S\niPhone/S\n',
        "McClain's MCCLAIN MCCLAIN'S Mcclain IPHONE Iphone iphone",
      ),
    ).toEqual({
      "McClain's": true,
      MCCLAIN: true,
      "MCCLAIN'S": true,
      Mcclain: false,
      IPHONE: true,
      Iphone: false,
      iphone: false,
    }))
})

describe('conversions', () => {
  test('of what is written go by the longest, at the start, the end or anywhere', () =>
    expect(
      judge(
        'ICONV 4\nICONV ĳ ij\nICONV _q k\nICONV w_ v\nICONV ffi FFI\n',
        '5\nijs\nkab\nlev\noFFIce\naqa\n',
        'ĳs qab lew oﬃce office aqa awa',
      ),
    ).toEqual({ ĳs: true, qab: true, lew: true, oﬃce: false, office: true, aqa: true, awa: false }))

  test('make the parts of Korean syllables of them, and syllables of what is suggested', () => {
    const parts = 'ICONV 2\nICONV 한 \u1112\u1161\u11ab\nICONV 하 \u1112\u1161\n'
    const syllables = 'OCONV 2\nOCONV \u1112\u1161\u11ab 한\nOCONV \u1112\u1161 하\n'
    const suffix = 'SFX N Y 1\nSFX N 0 \u11ab .\n'
    const korean = dictionaryOfTexts(parts + syllables + suffix, '1\n\u1112\u1161/N\n')
    expect(['하', '한', '한한'].map(korean.isWord)).toEqual([true, true, false])
    expect(suggest(korean, '한하')).toContain('한')
  })
})

describe('files', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

  test('are read in the letters that they name, ISO 8859-1 where they name none', () => {
    expect(readDictionary({ aff: latin1(''), dic: latin1('1\nMüller\n') }).isWord('Müller')).toBe(true)
    const cyrillic = new Uint8Array([0x31, 0x0a, 0xc4, 0xce, 0xcd]) // дом in KOI8-R is c4 cf cd
    cyrillic[3] = 0xcf
    expect(readDictionary({ aff: latin1('SET KOI8-R\n'), dic: cyrillic }).isWord('дом')).toBe(true)
  })

  test('an affix file may name its letters far behind its start', () => {
    const aff = latin1(`AF 2\n${'AF X # none\n'.repeat(7_000)}SET UTF-8\n`)
    expect(readDictionary({ aff, dic: new TextEncoder().encode('1\nMüller\n') }).isWord('Müller')).toBe(true)
  })

  test('flags are bytes where nothing says what they are, whatever the words are in', () => {
    const utf8 = (text: string) =>
      latin1(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
    const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((bytes) => [...bytes]))
    const aff = joined(
      latin1('SET UTF-8\nSFX \xe9 Y 1\nSFX \xe9 0 '),
      utf8('ő'),
      latin1('/\xe8 .\nSFX \xe8 Y 1\nSFX \xe8 0 t .\n'),
    )
    const dic = joined(latin1('2\n'), utf8('kő'), latin1('/\xe9\n'), utf8('nő'), latin1('/\xe8\n'))
    const { isWord } = readDictionary({ aff, dic })
    expect(['kőő', 'kőőt', 'kőt', 'nőt', 'nőő'].map(isWord)).toEqual([true, true, false, true, false])
    const aliased = joined(latin1('SET UTF-8\nAF 2\nAF \xe9\nAF \xe8\nSFX \xe9 Y 1\nSFX \xe9 0 s .\n'))
    const known = readDictionary({ aff: aliased, dic: joined(latin1('2\n'), utf8('kő/1\nnő/2\n')) })
    expect(['kős', 'nős'].map(known.isWord)).toEqual([true, false])
  })

  test.each([
    ['no words', new Uint8Array(), /no words/],
    ['binary data', new Uint8Array([0, 1, 2, 0, 3]), /binary/],
    ['a web page', latin1('\n<!DOCTYPE html>\n<html><h1>Not found</h1>'), /web page/],
  ])('with %s are refused', (_name, dic, message) =>
    expect(() => readDictionary({ aff: latin1('SET UTF-8\n'), dic })).toThrow(message),
  )

  test('in letters that nobody knows are refused with their name', () =>
    expect(() => readDictionary({ aff: latin1('SET ISCII-X\n'), dic: latin1('1\na\n') })).toThrow(/iscii-x/))

  test('a list without a count, with blanks, escapes and morphological fields', () =>
    expect(judge('', 'and\\/or\nword\tpo:noun\nother po:verb\n', 'and/or word other')).toEqual({
      'and/or': true,
      word: true,
      other: true,
    }))
})
