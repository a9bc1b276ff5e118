import { afterEach, describe, expect, test } from 'vitest'
import { permalinksOfData } from '../../../../electron/site/configuration/eleventy-data'
import { expectLines, head, post } from '../../../support/expect-lines'
import { type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite | null = null
afterEach(() => site?.remove())

describe('permalinks of data files', () => {
  test.each([
    [
      'a folder, JSON',
      { 'posts/posts.json': '{"permalink":"/b/{{ page.fileSlug }}/"}' },
      { posts: '/b/{{ page.fileSlug }}/' },
    ],
    [
      'a folder with a template of its name',
      {
        'posts/posts.json': '{"permalink":"/b/"}',
        'posts/posts.md': '',
        'posts/a.json': '{"permalink":"/a/"}',
      },
      { posts: '/b/', 'posts/posts.*': '/b/' },
    ],
    [
      'a folder, its own kind of JSON',
      { 'posts/posts.11tydata.json': '{"permalink":"/c/"}' },
      { posts: '/c/' },
    ],
    [
      'a folder, code',
      { 'posts/posts.11tydata.js': "export default { permalink: '/d/' }" },
      { posts: '/d/' },
    ],
    [
      'code of the older kind',
      { 'posts/posts.11tydata.cjs': "module.exports = { permalink: '/d/' }" },
      { posts: '/d/' },
    ],
    [
      'computed',
      {
        'posts/posts.11tydata.js':
          "export default { eleventyComputed: { permalink: '/e/{{ title | slugify }}/' } }",
      },
      { posts: '/e/{{ title | slugify }}/' },
    ],
    [
      'a function that fills in a template',
      { 'posts/posts.11tydata.js': `export default { permalink: (data) => \`/f/\${data.page.fileSlug}/\` }` },
      { posts: '/f/{{ page.fileSlug }}/' },
    ],
    [
      'a method that returns one',
      {
        'posts/posts.11tydata.js': `module.exports = { permalink({ page }) { return \`/f/\${page.fileSlug}/\` } }`,
      },
      { posts: '/f/{{ page.fileSlug }}/' },
    ],
    [
      'a function that only the site knows',
      { 'posts/posts.11tydata.js': 'export default { permalink: (data) => made(data) }' },
      { posts: '{unknown}' },
    ],
    ['no page at all', { 'posts/posts.json': '{"permalink":false}' }, { posts: 'false' }],
    [
      'code counts more than JSON',
      {
        'posts/posts.json': '{"permalink":"/one/"}',
        'posts/posts.11tydata.js': "export default { permalink: '/two/' }",
      },
      { posts: '/two/' },
    ],
    ['a template', { 'posts/old.md': '', 'posts/old.json': '{"permalink":"/x/"}' }, { 'posts/old.*': '/x/' }],
    [
      'a template, its own kind',
      { 'posts/old.md': '', 'posts/old.11tydata.json': '{"permalink":"/x/"}' },
      { 'posts/old.*': '/x/' },
    ],
    [
      'data of something else',
      { 'posts/other.json': '{"permalink":"/x/"}', 'posts/posts.json': '{"tags":"post"}' },
      {},
    ],
    [
      'what cannot be read',
      { 'posts/posts.json': '{ "permalink"', 'posts/posts.11tydata.js': 'export {{{' },
      {},
    ],
    [
      'packages and output',
      { 'node_modules/a/a.json': '{"permalink":"/x/"}', '_site/b/b.json': '{"permalink":"/x/"}' },
      {},
    ],
  ] as const)('%s', async (_, files, expected) => {
    site = await tempSite(files)
    expect(await permalinksOfData(site.root, '.')).toEqual(expected)
  })
})

const eleventy = (files: Readonly<Record<string, string>>) => ({
  'package.json': '{"devDependencies":{"@11ty/eleventy":"3"}}',
  'eleventy.config.js': 'export default () => {}',
  'posts/2024-01-02-old.md': post,
  ...files,
})
const rename = { open: 'posts', rename: ['2024-01-02-old.md', 'new'] } as const

describe('a rename goes by them', () => {
  test('the slug of the file', () =>
    expectLines(
      eleventy({ 'posts/posts.json': '{"permalink":"/blog/{{ page.fileSlug }}/"}', 'docs/old.md': post }),
      'posts/a.md',
      [
        ['[a](/blog/old/) [b](../old/)', '[a](/blog/new/) [b](../new/)'],
        '[c](/posts/2024-01-02-old/) [d](/docs/old/)',
      ],
      rename,
    ))

  test('its folder, and its title', () =>
    expectLines(
      eleventy({
        'posts/posts.11tydata.js': `export default { permalink: (data) => \`/blog\${data.page.filePathStem}.html\` }`,
        'notes/notes.json': '{"permalink":"/n/{{ title | slugify }}/"}',
        'notes/old.md': head.replace('T', 'Old Ünes & more'),
      }),
      'posts/a.md',
      [['[a](/blog/posts/old.html)', '[a](/blog/posts/new.html)'], '[b](/n/old-unes-more/)'],
      rename,
    ))

  test('a move takes it out of the folder that they are for', () =>
    expectLines(
      eleventy({ 'posts/posts.json': '{}', 'posts/x/x.json': '{"permalink":"/x/{{ page.fileSlug }}/"}' }),
      'posts/a.md',
      [['[a](/posts/2024-01-02-old/)', '[a](/x/old/)']],
      { open: 'posts', move: ['2024-01-02-old.md', 'x'] },
    ))

  test('an address that only the site knows is known by its end', () =>
    expectLines(
      eleventy({ 'posts/posts.11tydata.js': 'export default { permalink: (data) => made(data) }' }),
      'posts/a.md',
      [['[a](/some/where/old/)', '[a](/some/where/new/)'], '[b](/some/where/other/)'],
      rename,
    ))

  test('a page without an address has none', () =>
    expectLines(
      eleventy({ 'posts/2024-01-02-old.md': head.replace('title', 'permalink: false\ntitle') }),
      'posts/a.md',
      ['[a](/posts/old/)', ['[b](2024-01-02-old.md)', '[b](2024-01-02-new.md)']],
      rename,
    ))
})
