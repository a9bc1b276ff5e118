import { t } from '../../texts/translate'
import type { Fix } from '../findings/finding'
import type { BodyParts, HeadingPart, HtmlHeading } from '../parts/body-parts'
import type { TextCheck } from '../site/check'

/** Headings that skip a level. */
export const headingOrder: TextCheck = {
  name: 'heading-order',
  severity: 'hint',
  about: t('checks.aboutHeadings'),
  inText: ({ body }) => {
    let before = 0
    return allHeadings(body).flatMap((heading) => {
      const above = before
      before = heading.level
      if (above === 0 || heading.level <= above + 1) return []
      const message = t('checks.skippedLevel', { level: heading.level, above })
      return [{ ...placeOf(heading), message, fixes: [withLevel(heading, above + 1)] }]
    })
  },
}

/** Headings of the first level after the first one. */
export const headingTop: TextCheck = {
  name: 'heading-top',
  severity: 'warning',
  about: t('checks.aboutTop'),
  inText: ({ body }) =>
    allHeadings(body)
      .filter(({ level }) => level === 1)
      .slice(1)
      .map((heading) => ({
        ...placeOf(heading),
        message: t('checks.secondTop'),
        fixes: [withLevel(heading, 2)],
      })),
}

type AnyHeading = HeadingPart | HtmlHeading

const allHeadings = ({ headings, htmlHeadings }: BodyParts): readonly AnyHeading[] =>
  htmlHeadings.length === 0 ? headings : [...headings, ...htmlHeadings].sort((a, b) => a.from - b.from)

const placeOf = ({ from, to, line, column }: AnyHeading) => ({ from, to, line, column })

const withLevel = (heading: AnyHeading, level: number): Fix => ({
  label: t('checks.makeLevel', { level }),
  changes:
    'names' in heading
      ? heading.names.map(({ from, to }) => ({ from, to, insert: `h${level}` }))
      : [{ from: heading.marks.from, to: heading.marks.to, insert: marksOf(heading, level) }],
})

const marksOf = ({ marks, isUnderlined }: HeadingPart, level: number): string =>
  isUnderlined ? '-'.repeat(marks.to - marks.from) : '#'.repeat(level)
