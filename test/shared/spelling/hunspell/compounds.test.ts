import { describe, expect, test } from 'vitest'
import { dictionaryOfTexts } from '../../../../shared/spelling/hunspell/dictionary'

const judge = (aff: string, dic: string, words: string): Record<string, boolean> => {
  const { isWord } = dictionaryOfTexts(aff, dic)
  return Object.fromEntries(words.split(' ').map((word) => [word, isWord(word)]))
}

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

  const ends = 'COMPOUNDBEGIN B\nCOMPOUNDMIDDLE M\nCOMPOUNDEND E\nCOMPOUNDMIN 2\n'
  const part = (words: string) => `1\n${words.split(' ').join('\n')}\n`

  test('follow rules that say which parts come one behind the other, and how often', () => {
    const rules =
      'COMPOUNDMIN 1\nCOMPOUNDRULE 2\nCOMPOUNDRULE n*1t\nCOMPOUNDRULE ab?c\nSFX S Y 1\nSFX S 0 s .\n'
    expect(
      judge(
        rules,
        part('x/n y/1 th/t ka/a ke/b ko/cS'),
        'xyth yth xxxyth xth ythx kako kakeko kakekeko kakos kokaka',
      ),
    ).toEqual({
      xyth: true,
      yth: true,
      xxxyth: true,
      xth: false,
      ythx: false,
      kako: true,
      kakeko: true,
      kakekeko: false,
      kakos: false,
      kokaka: false,
    })
    const long = 'FLAG long\nCOMPOUNDMIN 1\nCOMPOUNDRULE 1\nCOMPOUNDRULE (Aa)*(Bb)\n'
    expect(judge(long, part('ho/Aa la/Bb'), 'hola hohola laho')).toEqual({
      hola: true,
      hohola: true,
      laho: false,
    })
  })

  test('do not meet where a pattern of letters and flags says so', () => {
    const aff = `${ends}CHECKCOMPOUNDPATTERN 3\nCHECKCOMPOUNDPATTERN k ker # no k twice\nCHECKCOMPOUNDPATTERN /X /Y\nCHECKCOMPOUNDPATTERN 0/Z vo\nSFX S Y 1\nSFX S 0 s/PB .\nCOMPOUNDPERMITFLAG P\n`
    expect(
      judge(
        aff,
        part('bak/B kerel/E los/BX tal/EY rum/BZS vol/E'),
        'bakkerel baktal lostal loskerel rumvol rumsvol rumtal',
      ),
    ).toEqual({
      bakkerel: false,
      baktal: true,
      lostal: false,
      loskerel: true,
      rumvol: false,
      rumsvol: true,
      rumtal: true,
    })
  })

  test('of three like letters one is left out where the language does so', () => {
    const words = part('till/B lopp/E')
    expect(
      judge(`${ends}SIMPLIFIEDTRIPLE\n`, part('till/B låda/E tall/B lopp/E'), 'tillåda tillopp tallåda'),
    ).toEqual({
      tillåda: true,
      tillopp: true,
      tallåda: true,
    })
    expect(judge(ends, words, 'tillopp')).toEqual({ tillopp: false })
  })

  test('may ask for a capital, and keep to a number of words or syllables', () => {
    expect(
      judge(`${ends}FORCEUCASE F\n`, part('big/B land/EF dorp/E'), 'bigland Bigland BIGLAND bigdorp'),
    ).toEqual({
      bigland: false,
      Bigland: true,
      BIGLAND: true,
      bigdorp: true,
    })
    const many = 'COMPOUNDFLAG Y\nCOMPOUNDMIN 2\nCOMPOUNDWORDMAX 2\n'
    expect(judge(many, part('ba/Y do/Y li/Y'), 'bado badoli')).toEqual({ bado: true, badoli: false })
    const syllables = `${many}COMPOUNDSYLLABLE 3 aio\n`
    expect(judge(syllables, part('ba/Y do/Y li/Y'), 'badoli badoliba')).toEqual({
      badoli: true,
      badoliba: false,
    })
    expect(judge(`${many}COMPOUNDROOT R\n`, part('bado/YR li/Y'), 'badoli lili')).toEqual({
      badoli: false,
      lili: true,
    })
  })

  test('are none where a usual mistake, or a lacking space, makes them of one entry', () => {
    const aff = 'COMPOUNDFLAG Y\nCHECKCOMPOUNDREP\nREP 1\nREP o oo\n'
    expect(judge(aff, part('foto/Y bok/Y fotobook'), 'fotobok bokfoto')).toEqual({
      fotobok: false,
      bokfoto: true,
    })
    expect(judge('COMPOUNDFLAG Y\n', '1\nfor/Y\never/Y\nfor ever\n', 'forever everfor')).toEqual({
      forever: false,
      everfor: true,
    })
  })

  test('a first part that keeps its small letters keeps them in a compound', () =>
    expect(
      judge(`${ends}KEEPCASE K\n`, part('mmol/BK tal/E kar/B'), 'mmoltal Mmoltal MMOLTAL Kartal'),
    ).toEqual({
      mmoltal: true,
      Mmoltal: false,
      MMOLTAL: false,
      Kartal: true,
    }))

  test('a suffix of two stands inside of them only where the language stacks suffixes there', () => {
    const aff = `${ends}COMPOUNDPERMITFLAG P\nSFX A Y 1\nSFX A 0 er/CP .\nSFX C Y 1\nSFX C 0 s/PB .\n`
    expect(judge(aff, part('sing/AB tal/E'), 'singtal singerstal')).toEqual({
      singtal: true,
      singerstal: false,
    })
    expect(judge(`${aff}COMPOUNDMORESUFFIXES\n`, part('sing/AB tal/E'), 'singerstal')).toEqual({
      singerstal: true,
    })
  })

  test('a long word of many parts is given up, not waited for', () =>
    expect(judge('COMPOUNDFLAG C\nCOMPOUNDMIN 1\n', '3\na/C\naa/C\naaa/C\n', `${'a'.repeat(70)}b`)).toEqual({
      [`${'a'.repeat(70)}b`]: false,
    }))
})
