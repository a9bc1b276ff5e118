import { t } from '../../texts/translate'
import { placesIn } from '../parts/place'
import type { TextCheck } from '../site/check'

/** Heads that cannot be read. */
export const frontMatter: TextCheck = {
  name: 'front-matter',
  severity: 'error',
  about: t('checks.aboutReadable'),
  inText: ({ head, text }) => {
    if (head.problem === null) return []
    const { message, line } = head.problem
    const from = startOfLine(text, line)
    const end = text.indexOf('\n', from)
    return [{ ...placesIn(text)(from, end < 0 ? text.length : end), message, line }]
  },
}

const startOfLine = (text: string, line: number): number => {
  let at = 0
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', at)
    if (end < 0) return at
    at = end + 1
  }
  return at
}
