import { z } from 'zod'
import type { Finding, FindingSeverity, Found } from './finding'
import { type IgnoredLines, isIgnored } from './ignore'

/** What settings and `postwright.json` may say of a check. */
export const checkSeverity = z.enum(['off', 'hint', 'warning', 'error'])
export type CheckSeverity = z.infer<typeof checkSeverity>

/** Severities by the name of a check. */
export const checkSeverities = z.record(z.string().min(1).max(80), checkSeverity)
export type CheckSeverities = Readonly<z.infer<typeof checkSeverities>>

interface NamedCheck {
  readonly name: string
  readonly severity: FindingSeverity
}

/** Gives what a check found its name and severity. Severity and ignore comments count later, when it is shown. */
export const asFinding = ({ name, severity }: NamedCheck, found: Found): Finding => ({
  fixes: [],
  severity,
  ...found,
  check: name,
})

/** The findings that are to be told, with the severities of the site in the place of the usual ones, by place. */
export const toldFindings = (
  findings: readonly Finding[],
  severities: CheckSeverities,
  ignored: readonly IgnoredLines[],
): readonly Finding[] =>
  findings
    .flatMap((finding) => {
      const chosen = severities[finding.check] ?? severities[finding.check.split('/')[0] ?? '']
      if (chosen === 'off' || isIgnored(ignored, finding.line, finding.check)) return []
      return [chosen === undefined ? finding : { ...finding, severity: chosen }]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
