import { itemAt } from '../../base/item-at'
import type { CheckSeverities } from '../severity/check-severities'
import type { Finding, FindingSeverity, Found } from './finding'
import { type IgnoredLines, isIgnored } from './ignore'

interface NamedCheck {
  readonly name: string
  readonly severity: FindingSeverity
}

/** Adds name and default severity. Configured severities and ignore comments are applied on display. */
export const asFinding = ({ name, severity }: NamedCheck, found: Found): Finding => ({
  fixes: [],
  severity,
  ...found,
  check: name,
})

/** The findings to show, by place, with the site's severities applied. */
export const toldFindings = (
  findings: readonly Finding[],
  severities: CheckSeverities,
  ignored: readonly IgnoredLines[],
): readonly Finding[] =>
  findings
    .flatMap((finding) => {
      const chosen = severities[finding.check] ?? severities[itemAt(finding.check.split('/'), 0)]
      if (chosen === 'off' || isIgnored(ignored, finding.line, finding.check)) return []
      return [chosen === undefined ? finding : { ...finding, severity: chosen }]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
