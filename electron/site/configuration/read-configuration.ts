import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Called,
  configurationOf,
  plainOf,
  type ReadCode,
} from '../../../shared/configuration/code-values'
import { readPython } from '../../../shared/configuration/python'
import { readData, type Values } from '../../../shared/configuration/read-data'
import type { ConfiguredSite } from '../../../shared/generators/shape/configured-values'
import type { Configuration, Generator, ReadConfiguration } from '../../../shared/generators/shape/generator'
import { extensionOf, folderOf, joinPath, nameWithoutExtension } from '../../../shared/site/post-path'
import { readSmallFile } from '../../disk/read-small'

const maxParts = 40
const maxImports = 12
const isCode = /^[cm]?[jt]s$/

/** The site's configuration applied to its generator; code is read, never run. */
export const readSiteConfig = async (
  root: string,
  { configuration }: Pick<Generator, 'configuration'>,
): Promise<ConfiguredSite> => {
  const read = configuration && (await readConfiguration(root, configuration))
  return (read && configuration?.read(read)) ?? {}
}

/** The contents of the configuration files; null if none can be read. */
export const readConfiguration = async (
  root: string,
  { files, parts = [], besides = [] }: Configuration,
): Promise<ReadConfiguration | null> => {
  const partly = await Promise.all(parts.map((folder) => readParts(root, folder)))
  const found = await firstThere(root, files)
  const read = found === null ? null : await readFound(root, found.file, found.text)
  const others = (await Promise.all(besides.map((file) => codeAt(root, file)))).filter(
    (code) => code !== null,
  )
  const values = Object.assign({}, read?.values, ...partly) as Values
  if (read === null && others.length === 0 && Object.keys(values).length === 0) return null
  const [code] = [read?.code, ...others].filter((one) => one !== null && one !== undefined)
  const calls = [...(read?.code?.calls ?? []), ...others.flatMap((one): readonly Called[] => one.calls)]
  return { file: found?.file ?? '', values, code: code === undefined ? null : { ...code, calls } }
}

const firstThere = async (root: string, files: readonly string[]) => {
  for (const file of files) {
    const text = await textAt(join(root, file))
    if (text !== null) return { file, text }
  }
  return null
}

// A file that is missing, too large or unreadable is skipped.
const textAt = (path: string): Promise<string | null> => readSmallFile(path).catch(() => null)

const readFound = async (
  root: string,
  file: string,
  text: string,
): Promise<Pick<ReadConfiguration, 'values' | 'code'> | null> => {
  const extension = extensionOf(file)
  if (extension === 'py') return { values: readPython(text), code: null }
  if (isCode.test(extension)) {
    const code = await codeOf(root, file, text)
    return code && { values: (plainOf(configurationOf(code.exported)) ?? {}) as Values, code }
  }
  const values = await readData(text.replace(/^\ufeff/, ''), extension)
  return values && { values, code: null }
}

const codeAt = async (root: string, file: string): Promise<ReadCode | null> => {
  const text = await textAt(join(root, file))
  return text === null ? null : codeOf(root, file, text)
}

// The parser is loaded only for sites that are configured by code.
const codeOf = async (root: string, file: string, text: string): Promise<ReadCode | null> => {
  const { importedPaths, readCode } = await import('../../../shared/configuration/read-code')
  const imports = new Map<string, string>()
  for (const path of importedPaths(text).slice(0, maxImports)) {
    const inside = joinPath(folderOf(file), path)
    const found = inside && (await firstThere(root, spellingsOf(inside)))
    if (found) imports.set(path, found.text)
  }
  return readCode(text, imports)
}

const spellingsOf = (path: string): readonly string[] => {
  const stem = path.replace(/\.js$/, '')
  return [
    path,
    ...['ts', 'js', 'mjs', 'cjs', 'mts', 'json'].map((extension) => `${stem}.${extension}`),
    ...['ts', 'js', 'mjs'].map((extension) => `${stem}/index.${extension}`),
  ]
}

// `config/_default/markup.toml` holds the key `markup`; `languages.en.toml` holds `en` inside `languages`.
const readParts = async (root: string, folder: string): Promise<Values> => {
  const names = (await readdir(join(root, folder)).catch(() => [])).sort().slice(0, maxParts)
  const whole: Record<string, unknown> = {}
  for (const name of names) {
    const text = await textAt(join(root, folder, name))
    const values = text && (await readData(text, extensionOf(name)))
    if (!values) continue
    const [key = '', inside] = nameWithoutExtension(name).split('.')
    if (key === 'hugo' || key === 'config') Object.assign(whole, values)
    else if (inside === undefined) whole[key] = { ...Object(whole[key] ?? {}), ...values }
    else whole[key] = { ...Object(whole[key] ?? {}), [inside]: values }
  }
  return whole
}
