import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type ParseError, parse as parseJson } from 'jsonc-parser'
import type { Configuration, LintError } from 'markdownlint'
import { parse as parseYaml } from 'yaml'
import { AppError, messageOf } from '../../../shared/app-error'
import { isRecord } from '../../../shared/base/is-record'
import type { Finding, Fix } from '../../../shared/checks/findings/finding'
import { placesIn } from '../../../shared/checks/parts/place'
import { t } from '../../../shared/texts/translate'
import { isInside } from '../../disk/is-inside'
import { readSmallFileSync } from '../../disk/read-small'

/** The rules of a site's own `.markdownlint` file. */
export interface LintRules {
  /** Changes when the rules change. */
  readonly stamp: string
  readonly check: (text: string) => readonly Finding[]
}

/** Rules that cannot be read are reported and not applied. */
export type FoundRules =
  | { readonly kind: 'none' }
  | { readonly kind: 'rules'; readonly rules: LintRules }
  | { readonly kind: 'unreadable'; readonly message: string }

const names = [
  '.markdownlint.jsonc',
  '.markdownlint.json',
  '.markdownlint.yaml',
  '.markdownlint.yml',
  '.markdownlintrc',
  '.markdownlint-cli2.jsonc',
  '.markdownlint-cli2.yaml',
]
/** Configurations that are programs, which are never run. */
const programs = [
  '.markdownlint.cjs',
  '.markdownlint.mjs',
  '.markdownlint-cli2.cjs',
  '.markdownlint-cli2.mjs',
]
const largest = 200_000

/** Finds the site's `.markdownlint` file that is nearest to its posts; loads markdownlint only if there is one. */
export const lintRulesOf = async (root: string, postsRoot: string): Promise<FoundRules> => {
  const file = fileFor(root, postsRoot)
  if (file === null) return { kind: 'none' }
  if (programs.some((name) => file.endsWith(name)))
    return { kind: 'unreadable', message: t('checks.lintConfigProgram', { file }) }
  try {
    const { lint } = await import('markdownlint/sync')
    const config = configOf(file, root)
    return {
      kind: 'rules',
      rules: {
        stamp: JSON.stringify(config),
        check: (text) => {
          const { post = [] } = lint({ strings: { post: text }, config, handleRuleFailures: true })
          return findingsOf(text, post)
        },
      },
    }
  } catch (error) {
    return { kind: 'unreadable', message: t('checks.lintConfigUnread', { file, reason: messageOf(error) }) }
  }
}

const fileFor = (root: string, postsRoot: string): string | null => {
  for (let folder = postsRoot; ; folder = dirname(folder)) {
    for (const name of [...names, ...programs]) if (existsSync(join(folder, name))) return join(folder, name)
    if (folder === root || dirname(folder) === folder) return null
  }
}

const deepest = 8

/** The rules of a file with those it extends; extended files must be inside the site. */
const configOf = (file: string, root: string, depth = 0): Configuration => {
  const real = realpathSync(file)
  if (!isInside(real, root) || depth > deepest)
    throw new AppError('outside-folder', t('checks.extendsOutside', { file }))
  const text = readSmallFileSync(real, largest)
  if (text === null) throw new AppError('too-large', t('checks.lintConfigLarge', { file }))
  const read = objectIn(text, file)
  const own = /-cli2\./.test(file) ? objectOf(read.config) : read
  const { extends: base, ...rules } = own
  const below = typeof base === 'string' ? configOf(resolve(dirname(file), base), root, depth + 1) : {}
  return { ...below, ...rules } as Configuration
}

const objectIn = (text: string, file: string): Record<string, unknown> => {
  const isYaml = /\.ya?ml$/.test(file) || (/rc$/.test(file) && !text.trimStart().startsWith('{'))
  if (isYaml) return objectOf(parseYaml(text))
  const errors: ParseError[] = []
  const value: unknown = parseJson(text, errors, { allowTrailingComma: true })
  const [error] = errors
  if (error) throw new AppError('bad-arguments', t('checks.lintConfigInvalid', { offset: error.offset }))
  return objectOf(value)
}

const objectOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? { ...value } : {})

const findingsOf = (text: string, errors: readonly LintError[]): readonly Finding[] => {
  const place = placesIn(text)
  const starts = lineStarts(text)
  return errors.map((error) => {
    const start = starts[error.lineNumber - 1] ?? 0
    const end = Math.max(start, (starts[error.lineNumber] ?? text.length + 1) - 1)
    const [column = 1, length = end - start] = error.errorRange ?? []
    const from = Math.min(start + column - 1, end)
    const [rule = 'rule'] = error.ruleNames
    const fix = fixOf(error, starts, text)
    return {
      check: `markdownlint/${rule}`,
      severity: 'hint',
      ...place(from, Math.min(from + length, end)),
      message: error.ruleDescription,
      ...(error.errorDetail ? { detail: error.errorDetail } : {}),
      fixes: fix ? [fix] : [],
    }
  })
}

const fixOf = ({ fixInfo, lineNumber }: LintError, starts: readonly number[], text: string): Fix | null => {
  if (!fixInfo) return null
  const line = (fixInfo.lineNumber ?? lineNumber) - 1
  const start = starts[line] ?? text.length
  const deleted = fixInfo.deleteCount ?? 0
  if (deleted < 0) {
    const next = starts[line + 1] ?? text.length
    return { label: t('checks.removeLine'), changes: [{ from: start, to: next, insert: '' }] }
  }
  const from = start + (fixInfo.editColumn ?? 1) - 1
  const insert = fixInfo.insertText ?? ''
  return {
    label: insert === '' ? t('checks.remove') : t('checks.fixIt'),
    changes: [{ from, to: from + deleted, insert }],
  }
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
