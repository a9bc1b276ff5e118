import { expect, test } from 'vitest'
import { problemWords } from '../../../../renderer/library/list/problem-words'
import { checkEntries } from '../../../../shared/checks/checks'
import type { Problem } from '../../../../shared/posts/post'

const message = 'A sentence that is much too long for a row of a narrow list, which would cut it'
const problem = (check: string): Problem => ({ check, message, severity: 'error' })

// Findings of the site's linter have the messages of its rules.
const elsewhere = new Set(['markdownlint'])

test.each(
  [...checkEntries.map(({ name }) => name), 'front-matter', 'unreadable'].filter(
    (name) => !elsewhere.has(name),
  ),
)('%s is said in words that a row has room for', (check) => {
  const words = problemWords([problem(check)])
  expect(words).not.toBe(message)
  expect(words?.length).toBeLessThanOrEqual(24)
})

test('a missing image is named as such, with how many more problems there are', () => {
  expect(problemWords([problem('image-missing')])).toBe('image missing')
  expect(problemWords([problem('field-image'), problem('todo'), problem('link-post')])).toBe(
    'image missing +2',
  )
  expect(problemWords([])).toBeUndefined()
})

test('a problem without words of its own says its message', () =>
  expect(problemWords([problem('no-such-check')])).toBe(message))
