import { t } from '../../texts/translate'
import type { Fix } from '../findings/finding'
import type { HeadingPart } from '../parts/body-parts'
import type { TextCheck } from '../site/check'

/** Headings that skip a level. */
export const headingOrder: TextCheck = {
  name: 'heading-order',
  severity: 'hint',
  about: t('checks.aboutHeadings'),
  inText: ({ body: { headings } }) => {
    let before = 0
    return headings.flatMap((heading) => {
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
  inText: ({ body: { headings } }) =>
    headings
      .filter(({ level }) => level === 1)
      .slice(1)
      .map((heading) => ({
        ...placeOf(heading),
        message: t('checks.secondTop'),
        fixes: [withLevel(heading, 2)],
      })),
}

const placeOf = ({ from, to, line, column }: HeadingPart) => ({ from, to, line, column })

const withLevel = ({ marks, isUnderlined }: HeadingPart, level: number): Fix => ({
  label: t('checks.makeLevel', { level }),
  changes: [
    {
      from: marks.from,
      to: marks.to,
      insert: isUnderlined ? '-'.repeat(marks.to - marks.from) : '#'.repeat(level),
    },
  ],
})
