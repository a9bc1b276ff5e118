import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { DictionaryBytes, DictionaryInfo } from '../../shared/ipc/spelling-calls'
import { readDictionary } from '../../shared/spelling/hunspell/dictionary'
import { t } from '../../shared/texts/translate'
import { writeOrCreate } from '../disk/atomic-write'
import { isMissing } from '../disk/calls/codes'
import { readWhole } from '../disk/read-whole'
import { type ArchivedDictionary, dictionariesInArchive, isArchive } from './archive'

/** Where systems keep the dictionaries of Hunspell and of its forerunner. */
export const systemFolders: readonly string[] = [
  '/usr/share/hunspell',
  '/usr/share/myspell',
  '/usr/share/myspell/dicts',
  '/usr/local/share/hunspell',
]

/** The language whose dictionary is part of the app. */
const ofApp: DictionaryInfo = { tag: 'en', source: 'app' }

const maxFiles = 5_000

/** The tag of a dictionary by the name of its files: `de_DE_frami` is `de-DE-frami`; null for another name. */
export const tagOfName = (name: string): string | null =>
  /^[A-Za-z]{2,3}(?:[_-][A-Za-z\d]{1,12})*$/.test(name) && !/^(?:hyph|th)[_-]/.test(name)
    ? name.replaceAll('_', '-')
    : null

/** The dictionaries of a folder: pairs of a `.aff` and a `.dic`, by their tags. None where the folder is not there. */
const dictionariesIn = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  let names: readonly string[]
  try {
    names = (await readdir(folder)).slice(0, maxFiles)
  } catch (error) {
    if (isMissing(error)) return new Map()
    throw error
  }
  const all = new Set(names)
  const found = names
    .filter((name) => name.endsWith('.dic') && all.has(name.replace(/\.dic$/, '.aff')))
    .flatMap((file) => {
      const name = file.replace(/\.dic$/, '')
      const tag = tagOfName(name)
      return tag === null ? [] : [[tag, join(folder, name)] as const]
    })
  return new Map(found)
}

export interface Dictionaries {
  /** Those that are there: of two for one language the installed one. */
  readonly list: () => Promise<readonly DictionaryInfo[]>
  readonly read: (tag: string) => Promise<DictionaryBytes>
  /** Installs the dictionary that a `.dic` or `.aff` file is part of, or those in an archive. */
  readonly install: (path: string) => Promise<readonly DictionaryInfo[]>
  readonly remove: (tag: string) => Promise<void>
}

/** The tag of a dictionary by the name of its files or by what they say. Throws if they are not a dictionary. */
const checkedTag = ({ name, ...files }: ArchivedDictionary): string => {
  const dictionary = readDictionary(files)
  const tag = tagOfName(name) ?? tagOfName(dictionary.affixes.language)
  if (tag === null) throw new AppError('bad-name', t('spelling.noLanguage', { name }))
  return tag
}

/** The dictionaries of the system, and those installed into `folder`. */
export const createDictionaries = (folder: string, system: readonly string[]): Dictionaries => {
  const read = async (path: string, name: string): Promise<DictionaryBytes> => {
    const doing = t('spelling.notRead', { name })
    const [aff, dic] = await Promise.all([readWhole(`${path}.aff`, doing), readWhole(`${path}.dic`, doing)])
    return { aff: aff.bytes, dic: dic.bytes }
  }
  const find = async (tag: string): Promise<string> => {
    for (const place of [folder, ...system]) {
      const path = (await dictionariesIn(place)).get(tag)
      if (path !== undefined) return path
    }
    throw new AppError('not-found', t('spelling.gone', { language: tag }))
  }
  return {
    list: async () => {
      const found = new Map<string, DictionaryInfo>([[ofApp.tag, ofApp]])
      for (const place of [...system].reverse())
        for (const tag of (await dictionariesIn(place)).keys()) found.set(tag, { tag, source: 'system' })
      for (const tag of (await dictionariesIn(folder)).keys()) found.set(tag, { tag, source: 'installed' })
      return [...found.values()].sort((one, other) => one.tag.localeCompare(other.tag, 'en'))
    },
    read: async (tag) => read(await find(tag), tag),
    install: async (path) => {
      const name = basename(path).replace(/\.(?:aff|dic)$/i, '')
      const chosen = /\.(?:aff|dic)$/i.test(path)
        ? null
        : await readWhole(path, t('spelling.notRead', { name }))
      const found =
        chosen !== null && isArchive(chosen.bytes)
          ? await dictionariesInArchive(chosen.bytes)
          : [{ name, ...(await read(join(dirname(path), name), name)) }]
      const checked = found.map((files) => ({ ...files, tag: checkedTag(files) }))
      if (checked.length === 0) throw new AppError('not-text', t('spelling.noneInArchive'))
      await mkdir(folder, { recursive: true })
      for (const { tag, aff, dic } of checked) {
        await writeOrCreate(join(folder, `${tag}.aff`), aff)
        await writeOrCreate(join(folder, `${tag}.dic`), dic)
      }
      return checked.map(({ tag }) => ({ tag, source: 'installed' }))
    },
    remove: async (tag) => {
      const path = (await dictionariesIn(folder)).get(tag)
      if (path === undefined) throw new AppError('not-found', t('spelling.notInstalled', { language: tag }))
      await rm(`${path}.dic`)
      await rm(`${path}.aff`)
    },
  }
}
