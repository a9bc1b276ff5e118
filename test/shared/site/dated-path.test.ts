import { expect, test } from 'vitest'
import { pathWithDate } from '../../../shared/site/dated-path'

test.each([
  ['jekyll', '_posts/2024-01-05-a.md', '_posts/2025-02-03-a.md'],
  ['jekyll', '_posts/old/2024-1-5-a-b.markdown', '_posts/old/2025-02-03-a-b.markdown'],
  ['jekyll', '_drafts/a.md', '_posts/2025-02-03-a.md'],
  ['jekyll', 'blog/_drafts/deep/a.md', 'blog/_posts/deep/2025-02-03-a.md'],
  ['jekyll', '_drafts/2024-01-05-a.md', '_posts/2025-02-03-a.md'],
  ['jekyll', '2024-01-05-a.md', '2025-02-03-a.md'],
  ['zola', 'content/2024-01-05_a.md', 'content/2025-02-03_a.md'],
  ['zola', 'content/2024-01-05T10:00:00Z-a.md', 'content/2025-02-03-a.md'],
  ['zola', 'content/2024-01-05 - a.md', 'content/2025-02-03 - a.md'],
  ['eleventy', 'posts/2024-01-05-a/index.md', 'posts/2025-02-03-a/index.md'],
  ['eleventy', 'posts/a.md', null],
  ['hugo', 'content/posts/2024-01-05-a.md', null],
] as const)('%s: %s', (generator, path, expected) =>
  expect(pathWithDate(path, '2025-02-03', generator)).toBe(expected),
)

test.each([
  ['hexo', 'source/_drafts/a.md', 'source/_posts/a.md'],
  ['hexo', 'source/_drafts/2024-01-05-a.md', 'source/_posts/2025-02-03-a.md'],
  ['plain', '_drafts/deep/a.md', '_posts/deep/a.md'],
  ['plain', '_drafts/2024-01-05-a.md', '_posts/2024-01-05-a.md'],
  ['hexo', 'source/_drafts/a/index.md', 'source/_posts/a/index.md'],
] as const)('%s without dates in names: %s', (generator, path, expected) =>
  expect(pathWithDate(path, '2025-02-03', generator, false)).toBe(expected),
)
