import type { Fix } from '../findings/finding'
import type { HeadingPart } from '../parts/body-parts'
import type { TextCheck } from '../site/check'

/** Headings that jump over a level. */
export const headingOrder: TextCheck = {
  name: 'heading-order',
  severity: 'hint',
  about: 'A heading is more than one level below the one before it.',
  inText: ({ body: { headings } }) => {
    let before = 0
    return headings.flatMap((heading) => {
      const above = before
      before = heading.level
      if (above === 0 || heading.level <= above + 1) return []
      const message = `Heading level ${heading.level} after level ${above}`
      return [{ ...placeOf(heading), message, fixes: [withLevel(heading, above + 1)] }]
    })
  },
}

/** Further headings of the first level. */
export const headingTop: TextCheck = {
  name: 'heading-top',
  severity: 'warning',
  about: 'A page has one heading of the first level; another one confuses readers and search engines.',
  inText: ({ body: { headings } }) =>
    headings
      .filter(({ level }) => level === 1)
      .slice(1)
      .map((heading) => ({
        ...placeOf(heading),
        message: 'Another heading of level 1',
        fixes: [withLevel(heading, 2)],
      })),
}

const placeOf = ({ from, to, line, column }: HeadingPart) => ({ from, to, line, column })

const withLevel = ({ marks, isUnderlined }: HeadingPart, level: number): Fix => ({
  label: `Make it level ${level}`,
  changes: [
    {
      from: marks.from,
      to: marks.to,
      insert: isUnderlined ? '-'.repeat(marks.to - marks.from) : '#'.repeat(level),
    },
  ],
})
