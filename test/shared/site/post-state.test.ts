import { describe, expect, test } from 'vitest'
import { isDraft, isScheduled } from '../../../shared/site/post-state'

describe('isDraft', () => {
  test.each([
    ['astro', 'a.md', { draft: true }, true],
    ['astro', 'a.md', { draft: 'yes' }, true],
    ['astro', 'a.md', { draft: false }, false],
    ['astro', 'a.md', { published: false }, false],
    ['hugo', 'a.md', { draft: 'true' }, true],
    ['jekyll', '2024-01-05-a.md', { published: false }, true],
    ['jekyll', '2024-01-05-a.md', { published: 'no' }, true],
    ['jekyll', '_drafts/a.md', {}, true],
    ['hexo', '_drafts/a.md', {}, true],
    ['gridea', 'a.md', { published: false }, true],
    ['eleventy', 'a.md', { eleventyExcludeFromCollections: true }, true],
    ['next', 'a.md', { isFeatured: true }, false],
    ['next', 'my_drafts/a.md', {}, false],
    ['plain', 'drafts/a.md', {}, true],
  ] as const)('%s %s %j: %s', (profile, id, head, draft) => expect(isDraft(profile, id, head)).toBe(draft))
})

describe('isScheduled', () => {
  const now = Date.UTC(2024, 0, 1)
  const read = (written: unknown) => (typeof written === 'string' ? Date.parse(written) : null)
  test.each([
    ['hugo', { date: '2024-02-01' }, true],
    ['hugo', { date: '2024-02-01', publishDate: '2023-12-01' }, false],
    ['hugo', { date: '2023-12-01', publishDate: '2024-02-01' }, true],
    ['jekyll', { date: '2024-02-01' }, true],
    ['next', { date: '2024-02-01' }, false],
    ['hugo', {}, false],
    ['hugo', { date: 5 }, false],
  ] as const)('%s %j: %s', (profile, head, scheduled) =>
    expect(isScheduled(profile, head, read, now)).toBe(scheduled),
  )
})
