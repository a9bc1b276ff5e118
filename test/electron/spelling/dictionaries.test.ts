import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createDictionaries, tagOfName } from '../../../electron/spelling/dictionaries'
import { forgetWord, readWords, teachWord } from '../../../electron/spelling/taught-words'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

const put = async (folder: string, name: string, aff = 'SET UTF-8\n', dic = '1\nwort\n') => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.aff`), aff)
  await writeFile(join(folder, `${name}.dic`), dic)
}

test.each([
  ['de_DE', 'de-DE'],
  ['de_DE_frami', 'de-DE-frami'],
  ['sr-Latn-RS', 'sr-Latn-RS'],
  ['hyph_de_DE', null],
  ['th_en_US_v2', null],
  ['index', null],
])('files named %s are of the language %s', (name, tag) => expect(tagOfName(name)).toBe(tag))

describe('the dictionaries of a system', () => {
  test('are pairs of files, those of the app and installed ones beside them', async () => {
    const root = folder()
    await put(join(root, 'system'), 'de_DE')
    await put(join(root, 'system'), 'hyph_fr')
    await put(join(root, 'system'), 'nl_NL')
    await writeFile(join(root, 'system', 'it_IT.dic'), '1\nsi\n') // without its affix file
    await put(join(root, 'own'), 'nl-NL')
    const dictionaries = createDictionaries(join(root, 'own'), [join(root, 'system'), join(root, 'none')])
    expect(await dictionaries.list()).toEqual([
      { tag: 'de-DE', source: 'system' },
      { tag: 'en', source: 'app' },
      { tag: 'nl-NL', source: 'installed' },
    ])
    expect(Buffer.from((await dictionaries.read('de-DE')).dic).toString()).toBe('1\nwort\n')
    await expect(dictionaries.read('xx')).rejects.toThrow('no dictionary for xx')
  })

  test.skipIf(process.platform === 'win32')(
    'are read through links, and folders of that name refused',
    async () => {
      const root = folder()
      await put(join(root, 'system'), 'de_DE')
      for (const ext of ['aff', 'dic'])
        await symlink(join(root, 'system', `de_DE.${ext}`), join(root, 'system', `de_AT.${ext}`))
      await mkdir(join(root, 'system', 'fr.dic'))
      await writeFile(join(root, 'system', 'fr.aff'), '')
      const { read } = createDictionaries(join(root, 'own'), [join(root, 'system')])
      expect((await read('de-AT')).dic.length).toBe(7)
      await expect(read('fr')).rejects.toThrow('folder')
    },
  )
})

describe('a dictionary from a file', () => {
  test('is installed with the file beside it, whichever was chosen, and removed again', async () => {
    const root = folder()
    await put(join(root, 'from'), 'nl_NL')
    const own = join(root, 'own')
    const dictionaries = createDictionaries(own, [])
    expect(await dictionaries.install(join(root, 'from', 'nl_NL.aff'))).toEqual([
      { tag: 'nl-NL', source: 'installed' },
    ])
    expect(await readFile(join(own, 'nl-NL.dic'), 'utf8')).toBe('1\nwort\n')
    await dictionaries.install(join(root, 'from', 'nl_NL.dic')) // again: the newer one replaces it
    await dictionaries.remove('nl-NL')
    expect(await readdir(own)).toEqual([])
    await expect(dictionaries.remove('nl-NL')).rejects.toThrow('No dictionary for nl-NL')
  })

  test('is named by its affix file where its name says no language, or refused', async () => {
    const root = folder()
    await put(join(root, 'a'), 'index', 'LANG it_IT\n')
    await put(join(root, 'b'), 'index')
    const { install } = createDictionaries(join(root, 'own'), [])
    expect(await install(join(root, 'a', 'index.dic'))).toEqual([{ tag: 'it-IT', source: 'installed' }])
    await expect(install(join(root, 'b', 'index.dic'))).rejects.toThrow('Rename them after it')
  })

  test('is refused where it is none, and nothing is installed', async () => {
    const root = folder()
    await put(join(root, 'from'), 'nl_NL', 'SET UTF-8\n', '')
    await writeFile(join(root, 'from', 'fr.dic'), '1\nmot\n')
    const { install } = createDictionaries(join(root, 'own'), [])
    await expect(install(join(root, 'from', 'nl_NL.dic'))).rejects.toThrow('no words')
    await expect(install(join(root, 'from', 'fr.dic'))).rejects.toThrow()
    await expect(readdir(join(root, 'own'))).rejects.toThrow('ENOENT')
  })
})

describe('an archive with dictionaries', () => {
  /** A ZIP archive (APPNOTE 4.3) with packed and plain files. */
  const zip = (files: Readonly<Record<string, string>>, packs = true): Buffer => {
    const locals: Buffer[] = []
    const central: Buffer[] = []
    let at = 0
    for (const [name, text] of Object.entries(files)) {
      const content = packs ? deflateRawSync(text) : Buffer.from(text)
      const local = Buffer.alloc(30)
      local.writeUInt32LE(0x04_03_4b_50, 0)
      local.writeUInt16LE(packs ? 8 : 0, 8)
      local.writeUInt32LE(content.length, 18)
      local.writeUInt32LE(text.length, 22)
      local.writeUInt16LE(name.length, 26)
      const entry = Buffer.alloc(46)
      entry.writeUInt32LE(0x02_01_4b_50, 0)
      entry.writeUInt16LE(packs ? 8 : 0, 10)
      entry.writeUInt32LE(content.length, 20)
      entry.writeUInt32LE(text.length, 24)
      entry.writeUInt16LE(name.length, 28)
      entry.writeUInt32LE(at, 42)
      locals.push(local, Buffer.from(name), content)
      central.push(entry, Buffer.from(name))
      at += 30 + name.length + content.length
    }
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06_05_4b_50, 0)
    end.writeUInt16LE(Object.keys(files).length, 10)
    end.writeUInt32LE(at, 16)
    return Buffer.concat([...locals, ...central, end, Buffer.from('a comment')])
  }
  const pair = (name: string) => ({ [`${name}.aff`]: 'SET UTF-8\n', [`${name}.dic`]: '1\nwort\n' })

  const install = async (bytes: Buffer, name = 'dict.oxt') => {
    await writeFile(join(folder(), name), bytes)
    const { install } = createDictionaries(join(folder(), 'own'), [])
    return install(join(folder(), name))
  }

  test.each([true, false])('installs all of them (packed: %s)', async (packs) => {
    const files = {
      'META-INF/manifest.xml': '<x/>',
      ...pair('dictionaries/de_DE'),
      ...pair('dictionaries/de_AT'),
    }
    expect(await install(zip(files, packs))).toEqual([
      { tag: 'de-DE', source: 'installed' },
      { tag: 'de-AT', source: 'installed' },
    ])
    expect(await readFile(join(folder(), 'own', 'de-AT.dic'), 'utf8')).toBe('1\nwort\n')
  })

  test('with paths that lead elsewhere writes only the dictionary', async () => {
    await install(zip(pair('../../../../nl_NL')), 'odd.xpi')
    expect((await readdir(join(folder(), 'own'))).sort()).toEqual(['nl-NL.aff', 'nl-NL.dic'])
  })

  test('is refused if it is damaged or has none, and nothing is installed', async () => {
    const whole = zip(pair('de_DE'))
    await expect(install(zip({ 'a.txt': 'x', 'de_DE.dic': '1\na\n' }))).rejects.toThrow(
      'no Hunspell dictionary',
    )
    await expect(install(whole.subarray(0, 80))).rejects.toThrow('damaged')
    const broken = Buffer.from(whole)
    broken.fill(0xff, 40, 50)
    await expect(install(broken)).rejects.toThrow('damaged')
    const bomb = zip({ 'de_DE.aff': 'SET UTF-8\n', 'de_DE.dic': 'a\n'.repeat(20_000_000) })
    await expect(install(bomb)).rejects.toThrow('damaged')
    await expect(readdir(join(folder(), 'own'))).rejects.toThrow('ENOENT')
  })
})

describe('taught words', () => {
  test('are kept in a list, one a line, and every other byte stays', async () => {
    const path = join(folder(), 'words.txt')
    expect(await readWords(path)).toEqual([])
    expect(await teachWord(path, 'Zettel')).toEqual(['Zettel'])
    await writeFile(path, '# ours\r\nZettel\r\n')
    expect(await teachWord(path, 'kramdown')).toEqual(['Zettel', 'kramdown'])
    expect(await readFile(path, 'utf8')).toBe('# ours\r\nZettel\r\nkramdown\r\n')
    expect(await forgetWord(path, 'Zettel')).toEqual(['kramdown'])
    expect(await readFile(path, 'utf8')).toBe('# ours\r\nkramdown\r\n')
  })

  test('a list that is not UTF-8 is not written over', async () => {
    const path = join(folder(), 'words.txt')
    await writeFile(path, new Uint8Array([0x4d, 0xfc, 0x0a]))
    await expect(teachWord(path, 'word')).rejects.toThrow('not UTF-8')
    expect([...(await readFile(path))]).toEqual([0x4d, 0xfc, 0x0a])
  })
})
