import type { PostSummary } from '../../shared/posts/post'

/** A summary with this id; what a test does not name is empty. */
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
