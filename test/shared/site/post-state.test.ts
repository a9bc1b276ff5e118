import { describe, expect, test } from 'vitest'
import { isDraft, isScheduled, stateOfPost } from '../../../shared/site/post-state'

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
    ['hugo', 'a.md', { Draft: true }, true],
    ['jekyll', 'a.md', { Draft: true }, false],
    ['zola', 'a.md', { draft: true }, true],
    ['obsidian', 'a.md', { publish: false }, true],
    ['pelican', 'a.md', { status: 'draft' }, true],
    ['pelican', 'a.md', { Status: 'Draft ' }, true],
    ['pelican', 'a.md', { status: 'hidden' }, true],
    ['pelican', 'a.md', { status: 'skip' }, true],
    ['pelican', 'a.md', { status: 'published' }, false],
    ['pelican', 'a.md', { status: ['draft'] }, false],
    ['nikola', 'a.md', { status: 'draft' }, true],
    ['nikola', 'a.md', { status: 'private' }, true],
    ['nikola', 'a.md', { status: 'featured' }, false],
    // Nikola warns about an unknown status, and shows the post.
    ['nikola', 'a.md', { status: 'Draft' }, false],
    ['hexo', 'a.md', { published: false }, true],
    ['hexo', 'a.md', { status: 'draft' }, false],
    ['jekyll', 'a.md', { status: 'draft' }, false],
    ['zola', 'a.md', { extra: { draft: true } }, false],
    ['gatsby', 'a.md', { draft: true }, true],
    ['gatsby', 'a.md', { published: 'false' }, true],
    ['gatsby', 'a.md', { status: 'DRAFT' }, true],
    ['astro', 'a.md', { status: 'draft' }, true],
    ['quartz', 'a.md', { draft: 'true' }, true],
    // Quartz requires it only if its configuration says so.
    ['quartz', 'a.md', { publish: false }, false],
    ['docusaurus', 'a.md', { unlisted: true }, true],
    ['docusaurus', 'a.md', { draft: 'true' }, true],
  ] as const)('%s %s %j: %s', (profile, id, head, draft) => expect(isDraft(profile, id, head)).toBe(draft))
})

describe('isScheduled', () => {
  const now = Date.UTC(2024, 0, 1)
  const read = (written: string) => Date.parse(written)
  test.each([
    ['hugo', { date: '2024-02-01' }, true],
    ['hugo', { date: '2024-02-01', publishDate: '2023-12-01' }, false],
    ['hugo', { date: '2023-12-01', publishDate: '2024-02-01' }, true],
    ['jekyll', { date: '2024-02-01' }, true],
    ['next', { date: '2024-02-01' }, false],
    ['hugo', {}, false],
    ['hugo', { date: 5 }, false],
  ] as const)('%s %j: %s', (profile, head, scheduled) =>
    expect(isScheduled(profile, 'a.md', head, read, now)).toBe(scheduled),
  )
})

test('a folder of drafts that was opened itself holds drafts', () => {
  expect(isDraft({ profile: 'jekyll', postsFolder: 'blog/_drafts' } as const, 'a.md', {})).toBe(true)
  expect(isDraft({ profile: 'jekyll', postsFolder: 'blog/_posts' } as const, 'a.md', {})).toBe(false)
})

test('what the file name says stands in for the head', () => {
  const known = { written: '', readDate: Date.parse, now: Date.UTC(2024, 0, 1) }
  expect(stateOfPost('jekyll', '2099-01-01-a.md', {}, known)).toEqual({
    date: '2099-01-01',
    draft: false,
    scheduled: true,
  })
  expect(
    stateOfPost('jekyll', '2099-01-01-a.md', { date: '2023-01-01' }, { ...known, written: '2023-01-01' }),
  ).toEqual({
    date: '2023-01-01',
    draft: false,
    scheduled: false,
  })
  // Not held back by its generator, or its date is not read from the name.
  expect(stateOfPost('zola', '2099-01-01-a.md', {}, known)).toMatchObject({
    date: '2099-01-01',
    scheduled: false,
  })
  expect(stateOfPost('hugo', '2099-01-01-a.md', {}, known)).toMatchObject({ date: '', scheduled: false })
})
