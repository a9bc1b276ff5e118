import { describe, expect, test } from 'vitest'
import { dateInPostId, freeSlug, slugOf, slugOfPost } from '../../../shared/site/slug'
import { fc } from '../../support/properties'

describe('slugOf', () => {
  test.each([
    ['Docker and Kubernetes', 'docker-and-kubernetes'],
    ["Don't panic: it’s only a test!", 'dont-panic-its-only-a-test'],
    ['Ünïcödé, façade & naïveté', 'unicode-facade-naivete'],
    ['Straße nach Łódź, søster, Þór', 'strasse-nach-lodz-soster-thor'],
    ['C++ vs. C#', 'c-vs-c'],
    ['  -- spaces — and dashes --  ', 'spaces-and-dashes'],
    ['🐋 whales 🚢', 'whales'],
    ['שלום עולם', 'שלום-עולם'],
    ['日本語の題名', '日本語の題名'],
    ['!!!', 'post'],
    ['', 'post'],
  ])('%j gives %s', (title, slug) => expect(slugOf(title)).toBe(slug))

  test('keeps other scripts where the neighbours do', () => {
    expect(slugOf('Über uns', true)).toBe('über-uns')
    expect(slugOf('Docker на практике', true)).toBe('docker-на-практике')
    expect(slugOf('Docker на практике')).toBe('docker')
  })

  test('is cut between words', () => {
    const slug = slugOf('word '.repeat(40))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug.endsWith('-word')).toBe(true)
  })

  test('is always a name that every file system takes', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const slug = slugOf(title)
        return /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(slug) && slugOf(slug) === slug
      }),
    ))
})

test('freeSlug counts on past names that differ only by case', () => {
  expect(freeSlug('a', [])).toBe('a')
  expect(freeSlug('a', ['A', 'b', 'a-2'])).toBe('a-3')
})

describe('slugOfPost', () => {
  test.each([
    ['docker.md', 'next', 'docker'],
    ['2024/deep/docker.mdx', 'astro', 'docker'],
    ['docker/index.md', 'hugo', 'docker'],
    ['index.md', 'plain', 'index'],
    ['2024-01-05-hello-there.md', 'jekyll', 'hello-there'],
    ['2024-01-05-hello-there.md', 'next', '2024-01-05-hello-there'],
    ['2024-1-5-hello.markdown', 'eleventy', 'hello'],
    ['2024-01-05-hello/index.md', 'eleventy', 'hello'],
    ['2024-01-05-.md', 'jekyll', '2024-01-05-'],
    ['v1.2.md', 'next', 'v1.2'],
    ['.md', 'next', '.md'],
  ] as const)('%s in %s is %s', (id, profile, slug) => expect(slugOfPost(id, profile)).toBe(slug))
})

test('dateInPostId reads the date where the generator does', () => {
  expect(dateInPostId('2024-01-05-hello.md', 'jekyll')).toBe('2024-01-05')
  expect(dateInPostId('2024-01-05-hello/index.md', 'eleventy')).toBe('2024-01-05')
  expect(dateInPostId('2024-01-05-hello.md', 'next')).toBe('')
  expect(dateInPostId('hello.md', 'jekyll')).toBe('')
  expect(dateInPostId('2024-01-05_hello.md', 'zola')).toBe('2024-01-05')
  expect(dateInPostId('2024-01-05T10:00:00Z-hello.md', 'zola')).toBe('2024-01-05T10:00:00Z')
  expect(dateInPostId('2024-01-05T10:00:00+02:00_hello/index.md', 'zola')).toBe('2024-01-05T10:00:00+02:00')
  expect(dateInPostId('2024-01-05 - hello.md', 'zola')).toBe('2024-01-05')
  expect(dateInPostId('2024-01-05-hello.md', 'pelican')).toBe('2024-01-05')
  expect(dateInPostId('2024-01-05.md', 'pelican')).toBe('2024-01-05')
  expect(dateInPostId('2024-01-0512.md', 'pelican')).toBe('')
  expect(dateInPostId('2024-01-05.md', 'jekyll')).toBe('')
  expect(dateInPostId('2024-01-05-hello/index.mdx', 'gatsby')).toBe('2024-01-05')
  expect(dateInPostId('2024/01/05/hello.md', 'jekyll')).toBe('')
})

test.each([
  ['2024/01/05/hello.md', '2024-01-05', 'hello'],
  ['2024/01/05-hello.md', '2024-01-05', 'hello'],
  ['2024-01-05/hello.md', '2024-01-05', 'hello'],
  ['2024/01/05/hello/index.md', '2024-01-05', 'hello'],
  ['2024-01-05-hello/index.mdx', '2024-01-05', 'hello'],
  ['2024-01-05-hello.md', '2024-01-05', 'hello'],
  ['2024/hello.md', '', 'hello'],
  ['2024-01-05.md', '2024-01-05', '2024-01-05'],
])('a date may be spread over folders: %s', (id, date, slug) => {
  expect(dateInPostId(id, 'docusaurus')).toBe(date)
  expect(slugOfPost(id, 'docusaurus')).toBe(slug)
})

test('a slug may keep the date in front of it', () => {
  expect(slugOfPost('2024-01-05-hello/index.md', 'gatsby')).toBe('2024-01-05-hello')
  expect(slugOfPost('2024-01-05-hello.md', 'zola')).toBe('hello')
  expect(slugOfPost('2024-01-05T10:00:00Z-hello.md', 'zola')).toBe('hello')
  expect(slugOfPost('2024-01-05 - hello.md', 'zola')).toBe('hello')
  expect(slugOfPost('2024-01-05.md', 'pelican')).toBe('2024-01-05')
})
