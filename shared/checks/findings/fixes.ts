import { applyTextChanges, type TextChange } from '../../text/text-change'
import type { Finding } from './finding'

/** The first fix of each finding, as one list of changes; skips fixes that overlap an earlier one. */
export const changesOf = (findings: readonly Pick<Finding, 'fixes'>[]): readonly TextChange[] => {
  const all = findings
    .flatMap(({ fixes }) => (fixes[0] ? [fixes[0].changes] : []))
    .filter((changes) => changes.length > 0)
    .sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0))
  const taken: TextChange[] = []
  for (const changes of all) {
    const free = changes.every((change) =>
      taken.every(
        (other) => change.from >= other.to + Number(other.from === change.from) || change.to < other.from,
      ),
    )
    if (free) taken.push(...changes)
  }
  return taken.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** The text with the first fix of each finding. */
export const fixed = (text: string, findings: readonly Pick<Finding, 'fixes'>[]): string =>
  applyTextChanges(text, changesOf(findings))
