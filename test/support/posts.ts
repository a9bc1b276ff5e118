import type { PostSummary } from '../../shared/posts/post'

/** A summary with this id; fields that the test does not set are empty. */
export const summary = (id: string, patch: Partial<PostSummary> = {}): PostSummary => ({
  id,
  slug: id.replace(/\.\w+$/, ''),
  title: id,
  date: '',
  dateMs: null,
  image: '',
  excerpt: '',
  featured: false,
  draft: false,
  scheduled: false,
  tags: [],
  modifiedMs: 0,
  size: 0,
  problems: [],
  ...patch,
})
