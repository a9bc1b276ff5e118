import { describe, expect, test } from 'vitest'
import type { PostSummary } from '../../../shared/posts/post'
import { matchesFilters, parsePostQuery } from '../../../shared/posts/post-query'

const post = (patch: Partial<PostSummary>): PostSummary => ({
  id: '2024/docker-and-kubernetes.md',
  slug: 'docker-and-kubernetes',
  title: 'Docker & Kubernetes',
  date: '2024-01-05',
  dateMs: Date.UTC(2024, 0, 5),
  image: '',
  excerpt: '',
  featured: false,
  draft: false,
  scheduled: false,
  tags: ['Docker', 'Übung'],
  modifiedMs: 0,
  size: 0,
  problems: [],
  ...patch,
})

const matches = (query: string, patch: Partial<PostSummary> = {}): boolean =>
  matchesFilters(post(patch), parsePostQuery(query).filters)

describe('a query is taken apart', () => {
  test('words, phrases and filters', () => {
    expect(parsePostQuery('blue "red green" tag:docker -draft:true')).toEqual({
      words: [
        { text: 'blue', phrase: false, negated: false },
        { text: 'red green', phrase: true, negated: false },
      ],
      filters: [
        { field: 'tag', value: 'docker', negated: false },
        { field: 'draft', value: 'true', negated: true },
      ],
    })
  })
  test('a quoted value keeps its spaces', () => {
    expect(parsePostQuery('tag:"web design"').filters).toEqual([
      { field: 'tag', value: 'web design', negated: false },
    ])
  })
  test('what is no field is a word', () => {
    expect(parsePostQuery('http://example.org note:x c++').words.map(({ text }) => text)).toEqual([
      'http://example.org',
      'note:x',
      'c++',
    ])
  })
  test('a filter without a value, a lone quote and nothing at all say nothing', () => {
    expect(parsePostQuery('tag:')).toEqual({ words: [], filters: [] })
    expect(parsePostQuery('"')).toEqual({ words: [], filters: [] })
    expect(parsePostQuery('  ')).toEqual({ words: [], filters: [] })
  })
  test('an unfinished quote is a phrase up to the end', () => {
    expect(parsePostQuery('"red gre').words).toEqual([{ text: 'red gre', phrase: true, negated: false }])
  })
  test('a lone minus stays a word', () => {
    expect(parsePostQuery('a - b').words.map(({ text }) => text)).toEqual(['a', '-', 'b'])
  })
})

describe('a post meets the filters', () => {
  test.each([
    ['tag:docker', true],
    ['tag:dock', false],
    ['tag:ubung', true],
    ['-tag:docker', false],
    ['featured:true', false],
    ['featured:no', true],
    ['before:2024-01-06', true],
    ['before:2024-01-05', false],
    ['before:2024', false],
    ['after:2023', true],
    ['after:2024-01', false],
    ['after:2024-01-04', true],
    ['folder:2024', true],
    ['folder:202', false],
    ['path:DOCKER', true],
    ['title:kubernetes', true],
    ['has:title', true],
    ['missing:image', true],
    ['missing:title', false],
    ['problem:false', true],
    ['tag:docker before:2020', false],
  ])('%s: %s', (query, expected) => expect(matches(query)).toBe(expected))

  test('problems by the name of their check', () => {
    const problems = [{ check: 'duplicate-slug', message: '', severity: 'error' as const }]
    expect(matches('problem:duplicate', { problems })).toBe(true)
    expect(matches('problem:front-matter', { problems })).toBe(false)
    expect(matches('problem:true', { problems })).toBe(true)
  })
  test('a post without a date is neither before nor after', () => {
    expect(matches('before:2030', { dateMs: null })).toBe(false)
    expect(matches('after:1990', { dateMs: null })).toBe(false)
  })
  test('any key of the head, where the caller knows them', () => {
    const { filters } = parsePostQuery('missing:cover')
    expect(matchesFilters(post({}), filters, () => ['title', 'cover'])).toBe(false)
  })
})
