import { t } from '../../texts/translate'
import type { Found } from '../findings/finding'
import type { BodyParts, LabelPart } from '../parts/body-parts'
import { foldLabel } from '../parts/body-parts'
import type { TextCheck } from '../site/check'
import { nearest } from '../site/nearest'

/** Definitions that are not used, or that repeat a label. */
export const referenceUnused: TextCheck = {
  name: 'reference-unused',
  severity: 'hint',
  about: t('checks.aboutUnusedOrTwice'),
  inText: ({ body }) => {
    const used = new Set([...body.references.map(({ label }) => foldLabel(label)), ...hiddenLabels(body)])
    // `[//]: # (words)` is how comments are written in markdown.
    const isUnused = ({ label }: LabelPart) =>
      !used.has(foldLabel(label)) && !/^(?:\/\/|comment|#|_)$/i.test(label)
    const twice = secondOnes(body.definitions)
    return body.definitions.flatMap((part) =>
      isUnused(part)
        ? [unused(part, `[${part.label}]`)]
        : twice.has(part)
          ? [{ ...placeOf(part), message: t('checks.definedTwice', { label: `[${part.label}]` }) }]
          : [],
    )
  },
}

/** References without a definition. */
export const referenceMissing: TextCheck = {
  name: 'reference-missing',
  severity: 'warning',
  about: t('checks.aboutUndefined'),
  inText: ({ body, text }) => {
    if (body.references.length === 0) return []
    // `[#{{ issue }}]: …` defines labels that only the template knows.
    if (/^ {0,3}\[[^\]\n]*\{[{%]/m.test(text)) return []
    const defined = new Map(body.definitions.map(({ label }) => [foldLabel(label), label]))
    const hidden = hiddenLabels(body)
    return body.references
      .filter(
        ({ label, isShort, from }) =>
          !isShort &&
          !defined.has(foldLabel(label)) &&
          !hidden.has(foldLabel(label)) &&
          !/[\w\])]/.test(text.charAt(from - 1)),
      )
      .map((part) => missing(part, `[${part.label}]`, [...defined.values()], text))
  },
}

/** Footnotes that are not used, or that repeat a label. */
export const footnoteUnused: TextCheck = {
  name: 'footnote-unused',
  severity: 'hint',
  about: t('checks.aboutNoteUnusedOrTwice'),
  inText: ({ body }, { features }) => {
    if (!features.footnotes) return []
    const used = new Set([...body.noteMarks.map(({ label }) => foldLabel(label)), ...hiddenLabels(body, '^')])
    const twice = secondOnes(body.notes)
    return body.notes
      .filter((part) => !used.has(foldLabel(part.label)) || twice.has(part))
      .map((part) => ({
        ...placeOf(part),
        message: twice.has(part)
          ? t('checks.noteTwice', { label: part.label })
          : t('checks.unusedNote', { label: part.label }),
      }))
  },
}

/** References to footnotes that do not exist. */
export const footnoteMissing: TextCheck = {
  name: 'footnote-missing',
  severity: 'warning',
  about: t('checks.aboutUndefinedNote'),
  inText: ({ body, text }, { features }) => {
    if (!features.footnotes) return []
    const defined = new Map(body.notes.map(({ label }) => [foldLabel(label), label]))
    const hidden = hiddenLabels(body, '^')
    return body.noteMarks
      .filter(({ label }) => !defined.has(foldLabel(label)) && !hidden.has(foldLabel(label)))
      .map((part) => missing(part, `[^${part.label}]`, [...defined.values()], text))
  },
}

/** The labels in code blocks without an end, which may contain definitions and references. */
const hiddenLabels = ({ openText }: BodyParts, sign: '' | '^' = ''): ReadonlySet<string> =>
  new Set(
    openText === ''
      ? []
      : Array.from(openText.matchAll(/\[([^\][\n]+)\]/g), ([, label = '']) =>
          label.startsWith(sign) ? foldLabel(label.slice(sign.length)) : '',
        ),
  )

/** The parts whose label was already defined. */
const secondOnes = (parts: readonly LabelPart[]): ReadonlySet<LabelPart> => {
  const seen = new Set<string>()
  return new Set(
    parts.filter(({ label }) => {
      const folded = foldLabel(label)
      const isSecond = seen.has(folded)
      seen.add(folded)
      return isSecond
    }),
  )
}

const placeOf = ({ from, to, line, column }: LabelPart) => ({ from, to, line, column })

const unused = (part: LabelPart, shown: string): Found => ({
  ...placeOf(part),
  message: t('checks.nothingRefers', { label: shown }),
  fixes: [{ label: t('checks.remove'), changes: [{ from: part.whole.from, to: part.whole.to, insert: '' }] }],
})

const missing = (part: LabelPart, shown: string, labels: readonly string[], text: string): Found => {
  const better = nearest(part.label, labels)
  const at = text.lastIndexOf(part.label, part.to)
  return {
    ...placeOf(part),
    message: t('checks.notDefined', { label: shown }),
    ...(better === null ? {} : { detail: t('checks.didYouMean', { other: better }) }),
    fixes:
      better === null
        ? []
        : [
            {
              label: t('checks.use', { value: better }),
              changes: [{ from: at, to: at + part.label.length, insert: better }],
            },
          ],
  }
}
