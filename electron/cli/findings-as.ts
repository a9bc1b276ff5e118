import { checkEntries } from '../../shared/checks/checks'
import { type Finding, type PostFindings, plainMessage } from '../../shared/checks/findings/finding'
import { productName } from '../../shared/product-name'
import { valuesOf } from '../../shared/texts/list-of'
import { t } from '../../shared/texts/translate'
import type { Terminal } from './command-line'

/** Report formats: for people, for programs, for GitHub's log, for code scanning. */
export type CheckFormat = 'text' | 'json' | 'github' | 'sarif'

/** Formats findings as a report. */
export const writeFindings = (
  format: CheckFormat,
  posts: readonly PostFindings[],
  { out, err }: Pick<Terminal, 'out' | 'err'>,
): void => {
  switch (format) {
    case 'text':
      for (const { id, findings } of posts) for (const finding of findings) out(asText(id, finding))
      err(inTotal(posts))
      return
    case 'json':
      out(JSON.stringify(posts.filter(({ findings }) => findings.length > 0).map(asJson), null, 2))
      return
    case 'github':
      for (const { id, findings } of posts) for (const finding of findings) out(asCommand(id, finding))
      err(inTotal(posts))
      return
    case 'sarif':
      out(JSON.stringify(asSarif(posts), null, 2))
  }
}

const wordsOf = ({ message, detail }: Finding): string =>
  plainMessage(message) + (detail === undefined ? '' : ` (${detail})`)

const asText = (file: string, finding: Finding): string =>
  `${file}:${finding.line}:${finding.column} ${finding.severity} ${finding.check}: ${wordsOf(finding)}`

const inTotal = (posts: readonly PostFindings[]): string => {
  const findings = posts.flatMap((post) => post.findings)
  const counts = severities.flatMap(([severity, key]) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [t(key, { count })]
  })
  const found = counts.length === 0 ? t('cli.nothingFound') : valuesOf(counts)
  return t('cli.checked', { count: posts.length, found })
}

const severities = [
  ['error', 'cli.errors'],
  ['warning', 'cli.warnings'],
  ['hint', 'cli.hints'],
] as const

const asJson = ({ id, findings }: PostFindings) => ({
  file: id,
  findings: findings.map(({ check, severity, message, detail, line, column, from, to, field, fixes }) => ({
    check,
    severity,
    message: plainMessage(message),
    ...(detail === undefined ? {} : { detail }),
    line,
    column,
    length: to - from,
    ...(field === undefined ? {} : { field }),
    fixes: fixes.filter(({ changes }) => changes.length > 0).map(({ label }) => label),
  })),
})

const levels = { error: 'error', warning: 'warning', hint: 'notice' } as const

/** A GitHub workflow command, which shows the finding beside its line. */
const asCommand = (file: string, finding: Finding): string => {
  const { severity, check, line, column } = finding
  const properties = { file, line: String(line), col: String(column), title: check }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(value)}`)
  return `::${levels[severity]} ${written.join(',')}::${escapedData(wordsOf(finding))}`
}

const escapedData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapedProperty = (text: string): string =>
  escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** SARIF 2.1.0. */
const asSarif = (posts: readonly PostFindings[]) => {
  const used = new Set(posts.flatMap(({ findings }) => findings.map(({ check }) => check)))
  const known = new Map(checkEntries.map((entry) => [entry.name, entry]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: productName,
            rules: [...used].sort().map((id) => ({
              id,
              shortDescription: { text: known.get(id)?.about ?? id },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: posts.flatMap(({ id, findings }) => findings.map((finding) => resultOf(id, finding))),
      },
    ],
  }
}

const sarifLevels = { error: 'error', warning: 'warning', hint: 'note' } as const

const resultOf = (file: string, finding: Finding) => ({
  ruleId: finding.check,
  level: sarifLevels[finding.severity],
  message: { text: wordsOf(finding) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(file) },
        region: { startLine: finding.line, startColumn: finding.column },
      },
    },
  ],
})
