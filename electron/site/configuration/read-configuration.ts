import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Called, configurationOf, plainOf } from '../../../shared/configuration/code-values'
import { mergedValues } from '../../../shared/configuration/merge-values'
import { readPython } from '../../../shared/configuration/python'
import { readData, type Values } from '../../../shared/configuration/read-data'
import type { ConfiguredSite } from '../../../shared/generators/shape/configured-values'
import type {
  Configuration,
  ConfigurationPart,
  Generator,
  ReadConfiguration,
} from '../../../shared/generators/shape/generator'
import { extensionOf, nameWithoutExtension } from '../../../shared/site/post-path'
import { firstThere, readCodeFile, siteText } from './code-file'

const maxParts = 40
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
  const partly = (await Promise.all(parts.map((folder) => readParts(root, folder)))).flat()
  const found = await firstThere(root, files)
  const read = found === null ? null : await readFound(root, found.file, found.text)
  const beside = (await Promise.all(besides.map((file) => codeAt(root, file)))).filter((one) => one !== null)
  const values = partly.reduce<Values>((all, part) => mergedValues(all, part.values), read?.values ?? {})
  if (read === null && beside.length === 0 && Object.keys(values).length === 0) return null
  const own = read?.code ?? beside[0]?.code ?? null
  const calls = [...(read?.code?.calls ?? []), ...beside.flatMap(({ code }): readonly Called[] => code.calls)]
  return {
    file: found?.file ?? '',
    values,
    code: own && { ...own, calls },
    beside,
    parts: partly,
  }
}

const readFound = async (
  root: string,
  file: string,
  text: string,
): Promise<Pick<ReadConfiguration, 'values' | 'code'> | null> => {
  const extension = extensionOf(file)
  if (extension === 'py') return { values: readPython(text), code: null }
  if (isCode.test(extension)) {
    const code = await readCodeFile(root, file, text)
    return code && { values: (plainOf(configurationOf(code.exported)) ?? {}) as Values, code }
  }
  const values = await readData(text.replace(/^\ufeff/, ''), extension)
  return values && { values, code: null }
}

const codeAt = async (root: string, file: string) => {
  const text = await siteText(root, file)
  const code = text === null ? null : await readCodeFile(root, file, text)
  return code && { file, code }
}

// `config/_default/markup.toml` holds the key `markup`; `languages.en.toml` holds `en` inside `languages`.
const readParts = async (root: string, folder: string): Promise<readonly ConfigurationPart[]> => {
  const names = (await readdir(join(root, folder)).catch(() => [])).sort().slice(0, maxParts)
  const whole: ConfigurationPart[] = []
  const keyed: ConfigurationPart[] = []
  for (const name of names) {
    const file = `${folder}/${name}`
    const text = await siteText(root, file)
    const values = text && (await readData(text, extensionOf(name)))
    if (!values) continue
    const [key = '', inside] = nameWithoutExtension(name).split('.')
    if (key === 'hugo' || key === 'config') whole.push({ file, values })
    else keyed.push({ file, values: { [key]: inside === undefined ? values : { [inside]: values } } })
  }
  return [...whole, ...keyed]
}
