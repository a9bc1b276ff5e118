import { tsPlugin } from '@sveltejs/acorn-typescript'
import { type Options, Parser, type Program } from 'acorn'
import { type CodeValue, isRead, type ReadCode } from './code-values'
import { declarationsOf } from './declarations'
import { Evaluator } from './evaluate'

/** Longer code is not read: a configuration is a page or two. In UTF-16 units. */
const longest = 300_000

/** A file of the site that code imports. */
export interface ImportedFile {
  readonly text: string
  readonly imports: ImportedFiles
}

/** The files that code imports by their path, by that path as it is written. */
export type ImportedFiles = ReadonlyMap<string, ImportedFile>

/**
 * Reads JavaScript or TypeScript without running it: constants in their places, `process.env.NODE_ENV` as for a
 * published site, every other variable of the environment unset. Null for what does not parse or is too long.
 */
export const readCode = (text: string, files: ImportedFiles = new Map()): ReadCode | null => {
  const read = new Map<ImportedFile, ReadCode | CodeValue | null>()
  const moduleIn =
    (imports: ImportedFiles) =>
    (from: string): ReadCode | CodeValue | null => {
      const file = imports.get(from)
      if (file === undefined) return null
      const known = read.get(file)
      if (known !== undefined) return known
      read.set(file, null) // one that imports itself
      const found = from.endsWith('.json') ? jsonOf(file.text) : readFile(file.text, moduleIn(file.imports))
      read.set(file, found)
      return found
    }
  const own = readFile(text, moduleIn(files))
  if (own === null) return null
  const others = [...read.values()].flatMap((one) => (isRead(one) ? one.calls : []))
  return { ...own, calls: [...own.calls, ...others] }
}

const readFile = (text: string, module: (from: string) => ReadCode | CodeValue | null): ReadCode | null => {
  if (text.length > longest) return null
  try {
    const program = parse(text)
    if (program === null) return null
    const found = declarationsOf(program)
    const evaluator = new Evaluator(found, module)
    const named: Record<string, CodeValue> = {}
    for (const { name, value, scope } of found.exports) named[name] = evaluator.valueOf(value, scope)
    const { default: exported, ...others } = named
    const byName = exported ?? (Object.keys(others).length > 0 ? others : undefined)
    return { exported: byName, named: others, calls: evaluator.callsWithin(null) }
  } catch (error) {
    if (error instanceof RangeError) return null // nested beyond what the stack holds
    throw error
  }
}

/** The files of the site that code imports by a path, as they are written. */
export const importedPaths = (text: string): readonly string[] =>
  Array.from(
    text.matchAll(/(?:\bfrom\s*|\bimport\s*(?:\(\s*)?|\brequire\s*\(\s*)(['"])(\.{1,2}\/[^'"\n]{1,200})\1/g),
    ([, , path]) => path ?? '',
  )

const options: Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowHashBang: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
}

const readers = [
  (text: string) => Parser.parse(text, options),
  (text: string) => Parser.extend(tsPlugin()).parse(text, { ...options, locations: true }),
  (text: string) => Parser.extend(tsPlugin({ jsx: true })).parse(text, { ...options, locations: true }),
  (text: string) => Parser.parse(text, { ...options, sourceType: 'script' }),
]

const parse = (text: string): Program | null => {
  for (const read of readers) {
    try {
      return read(text)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error // the next kind of code is tried
    }
  }
  return null
}

const jsonOf = (text: string): CodeValue | null => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
