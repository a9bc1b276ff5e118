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

describe('compounds', () => {
  test('are made of parts that may stand at their place', () =>
    expect(
      judge(
        'COMPOUNDBEGIN B\nCOMPOUNDMIDDLE M\nCOMPOUNDEND E\nCOMPOUNDMIN 3\n',
        '3\nrail/B\nway/ME\nstation/E\n',
        'railway railwaystation wayrail stationway way',
      ),
    ).toEqual({ railway: true, railwaystation: true, wayrail: false, stationway: false, way: true }))

  test('have no capital inside, no part twice and no usual mistake in them', () =>
    expect(
      judge(
        'COMPOUNDFLAG C\nCHECKCOMPOUNDCASE\nCHECKCOMPOUNDDUP\nCHECKCOMPOUNDREP\nREP 1\nREP oo u\n',
        '4\nfoo/C\nbar/C\nfubar\nfox/C\nBig/C\n',
        'barfoo foobar barbar barBig foxbar',
      ),
    ).toEqual({ barfoo: true, foobar: false, barbar: false, barBig: false, foxbar: true }))

  test('a long word of many parts is given up, not waited for', () =>
    expect(judge('COMPOUNDFLAG C\nCOMPOUNDMIN 1\n', '3\na/C\naa/C\naaa/C\n', `${'a'.repeat(70)}b`)).toEqual({
      [`${'a'.repeat(70)}b`]: false,
    }))
})

describe('files', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

  test('are read in the letters that they name, ISO 8859-1 where they name none', () => {
    expect(readDictionary({ aff: latin1(''), dic: latin1('1\nMüller\n') }).isWord('Müller')).toBe(true)
    const cyrillic = new Uint8Array([0x31, 0x0a, 0xc4, 0xce, 0xcd]) // дом in KOI8-R is c4 cf cd
    cyrillic[3] = 0xcf
    expect(readDictionary({ aff: latin1('SET KOI8-R\n'), dic: cyrillic }).isWord('дом')).toBe(true)
  })

  test.each([
    ['no words', new Uint8Array(), /no words/],
    ['binary data', new Uint8Array([0, 1, 2, 0, 3]), /binary/],
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
