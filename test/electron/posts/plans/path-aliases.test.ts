import { describe, expect, test } from 'vitest'
import { changedSite } from '../../../support/changed-site'
import { expectLines, post } from '../../../support/expect-lines'
import { onePixelPng } from '../../../support/temp-site'

const packages = (name: string) => ({ 'package.json': `{"dependencies":{"${name}":"1"}}` })

describe('Docusaurus', () => {
  const site = {
    ...packages('@docusaurus/core'),
    'docusaurus.config.js':
      "module.exports = { baseUrl: '/b/', url: 'https://example.org', presets: [['classic', {}]] }",
    'docs/old.md': post,
    'docs/guide/old.md': post,
    'blog/old.md': post,
    'static/img/old.png': onePixelPng,
    'static/old/old.png': onePixelPng,
    'src/parts/Old.tsx': 'export const Old = 1',
  }

  test('every way to write a link, respelled in its form', () =>
    expectLines(
      site,
      'blog/a.md',
      [
        [
          '[a](@site/docs/old.md) [b](@site/docs/old.md#x)',
          '[a](@site/docs/new.md) [b](@site/docs/new.md#x)',
        ],
        ['[c]: @site/docs/old.md', '[c]: @site/docs/new.md'],
        ['<Link to="@site/docs/old.md">x</Link>', '<Link to="@site/docs/new.md">x</Link>'],
        ['<Link to="/docs/old">x</Link>', '<Link to="/docs/new">x</Link>'],
        ["<Link to={useBaseUrl('/docs/old')}>x</Link>", "<Link to={useBaseUrl('/docs/new')}>x</Link>"],
        ["<Link to={useBaseUrl('docs/old#x')}>x</Link>", "<Link to={useBaseUrl('docs/new#x')}>x</Link>"],
        ['[p](pathname:///docs/old)', '[p](pathname:///docs/new)'],
        ["{require('@site/docs/old.md').title}", "{require('@site/docs/new.md').title}"],
        '[d](@site/docs/guide/old.md) [e](@site/blog/old.md) [f](@site/static/img/old.png)',
        '`@site/docs/old.md` [g](@theme/docs/old.md) [h](@other/docs/old.md)',
      ],
      { open: 'docs', rename: ['old.md', 'new'] },
    ))

  test('imports at the start of a line', () =>
    expectLines(
      site,
      'blog/a.md',
      [
        [
          "import Old, {\n  toc,\n} from '@site/docs/old.md'",
          "import Old, {\n  toc,\n} from '@site/docs/new.md'",
        ],
        ['import B from "@site/docs/old.md";', 'import B from "@site/docs/new.md";'],
        "import C from '@site/docs/guide/old.md'",
        "import D from '@theme/old'",
        "import E from 'old'",
      ],
      { open: 'docs', rename: ['old.md', 'new'] },
    ))

  test('a move keeps the alias, and a moved file keeps what it names by one', async () => {
    const { changed, undone } = await changedSite(
      {
        ...site,
        'docs/old.md': `${post}import Old from '@site/src/parts/Old'\nimport Same from '../src/parts/Old'\n\n![p](@site/static/img/old.png) [g](@site/docs/guide/old.md)\n`,
        'docs/a.md': `${post}[a](@site/docs/old.md)\n`,
      },
      { open: 'docs', move: ['old.md', 'deep/er'] },
    )
    expect(changed).toEqual({
      'docs/old.md': null,
      'docs/deep/er/old.md': `${post}import Old from '@site/src/parts/Old'\nimport Same from '../../../src/parts/Old'\n\n![p](@site/static/img/old.png) [g](@site/docs/guide/old.md)\n`,
      'docs/a.md': `${post}[a](@site/docs/deep/er/old.md)\n`,
    })
    expect(undone).toEqual({})
  })

  test('texts outside the posts: pages and components', async () => {
    const { changed } = await changedSite(
      {
        ...site,
        'src/pages/index.tsx':
          "import Old from '@site/docs/old.md'\nimport Other from '../../docs/old.md'\nimport X from '@site/docs/guide/old.md'\n",
      },
      { open: 'docs', rename: ['old.md', 'new'] },
    )
    expect(changed['src/pages/index.tsx']).toBe(
      "import Old from '@site/docs/new.md'\nimport Other from '../../docs/new.md'\nimport X from '@site/docs/guide/old.md'\n",
    )
  })
})

describe('Astro with paths', () => {
  const site = {
    ...packages('astro'),
    'tsconfig.json':
      '{"compilerOptions":{"baseUrl":".","paths":{"~/*":["src/*"],"@blog/*":["src/content/blog/*"]}}}',
    'src/content/blog/old.mdx': post,
    'src/content/blog/x/old.mdx': post,
    'src/assets/old.png': onePixelPng,
    'src/parts/Box.astro': '',
    'src/parts/list.ts': '',
  }

  test('the alias as written stays; of two the written one counts', () =>
    expectLines(
      site,
      'src/content/blog/a.mdx',
      [
        ["import Old from '~/content/blog/old.mdx'", "import Old from '~/content/blog/new.mdx'"],
        ["import B from '@blog/old.mdx'", "import B from '@blog/new.mdx'"],
        ["import C from 'src/content/blog/old.mdx'", "import C from 'src/content/blog/new.mdx'"],
        ['[d](@blog/old.mdx) [e](~/content/blog/old.mdx)', '[d](@blog/new.mdx) [e](~/content/blog/new.mdx)'],
        "import F from '@blog/x/old.mdx'\nimport G from '@unknown/old.mdx'\nimport H from '~/assets/old.png'",
        '[i](@unknown/old.mdx) [j](~other/old.mdx)',
      ],
      { open: 'src/content/blog', rename: ['old.mdx', 'new'] },
    ))

  test('a move out of the folder of an alias', () =>
    expectLines(
      { ...site, 'src/content/pages/p.md': post },
      'src/content/blog/a.mdx',
      [["import B from '@blog/old.mdx'", "import B from '@blog/deep/old.mdx'"]],
      { open: 'src/content/blog', move: ['old.mdx', 'deep'] },
    ))

  test('imports without extension, of a file that moves', async () => {
    const { changed } = await changedSite(
      {
        ...site,
        'src/content/blog/old.mdx': `${post}import { list } from '../../parts/list'\nimport Box from '../../parts/Box.astro'\nimport { y } from '@blog/none'\n`,
      },
      { open: 'src/content/blog', move: ['old.mdx', 'deep'] },
    )
    expect(changed['src/content/blog/deep/old.mdx']).toBe(
      `${post}import { list } from '../../../parts/list'\nimport Box from '../../../parts/Box.astro'\nimport { y } from '@blog/none'\n`,
    )
  })
})

test('VitePress and VuePress: included files, and aliases with the mark of webpack', async () => {
  await expectLines(
    { ...packages('vitepress'), 'docs/.vitepress/config.js': 'export default {}', 'docs/posts/old.md': post },
    'docs/posts/a.md',
    [
      ['<!--@include: @/posts/old.md-->', '<!--@include: @/posts/new.md-->'],
      ['<!-- @include: ./old.md{3,} -->', '<!-- @include: ./new.md{3,} -->'],
      '<!-- [a](./old.md) -->',
    ],
    { open: 'docs/posts', rename: ['old.md', 'new'] },
  )
  await expectLines(
    { ...packages('vuepress'), 'docs/.vuepress/config.js': 'module.exports = {}', 'docs/posts/old.md': post },
    'docs/posts/a.md',
    [
      ['[a](@source/posts/old.md)', '[a](@source/posts/new.md)'],
      ['<img src="~@source/posts/old.md">', '<img src="~@source/posts/new.md">'],
      '<img src="~@none/posts/old.md">',
    ],
    { open: 'docs/posts', rename: ['old.md', 'new'] },
  )
})

test('a folder that only looks like an alias is one', () =>
  expectLines(
    { '@2x/old.md': post, '$a/old.md': post },
    'a.md',
    [['[a](@2x/old.md)', '[a](@2x/new.md)'], '[b]($a/old.md) [c](@3x/old.md)'],
    { rename: ['@2x/old.md', 'new'] },
  ))

test('a site in a folder beside its docs', async () => {
  const { changed } = await changedSite(
    {
      '.git/': '',
      'website/package.json': '{"dependencies":{"@docusaurus/core":"3"}}',
      'website/docusaurus.config.js':
        "module.exports = { presets: [['classic', { docs: { path: '../docs' } }]] }",
      'website/static/img/a.png': onePixelPng,
      'docs/old.md': `${post}![a](@site/static/img/a.png)\n`,
      'docs/a.md': `${post}[a](@site/../docs/old.md)\n`,
    },
    { open: 'docs', rename: ['old.md', 'new'] },
  )
  expect(changed['docs/new.md']).toContain('(@site/static/img/a.png)')
  expect(changed['docs/a.md']).toContain('(@site/../docs/new.md)')
})

describe('Astro: what a moved post names by a path, and what leads to it', () => {
  const site = {
    ...packages('astro'),
    'src/pages/blog/[...slug].astro': '',
    'src/assets/a.png': onePixelPng,
    'src/content/blog/b.md': post,
  }

  test.each([
    ['old.md', 'deep', '../../assets/a.png', '../../../assets/a.png'],
    ['deep/old.md', '', '../../../assets/a.png', '../../assets/a.png'],
    ['old/index.md', 'x/y', '../../../assets/a.png', '../../../../../assets/a.png'],
  ])('%s to %j', async (id, folder, image, imageAfter) => {
    const { changed } = await changedSite(
      { ...site, [`src/content/blog/${id}`]: `${post}![a](${image})\n` },
      { open: 'src/content/blog', move: [id, folder] },
    )
    expect(Object.values(changed)).toContain(`${post}![a](${imageAfter})\n`)
  })

  test('links by address, with and without folders', () =>
    expectLines(
      { ...site, 'src/content/blog/old.md': post, 'src/content/blog/x/c.md': post },
      'src/content/blog/a.md',
      [
        [
          '[a](/blog/old/) [b](../old/) [c](/blog/old#x)',
          '[a](/blog/deep/old/) [b](../deep/old/) [c](/blog/deep/old#x)',
        ],
        '[d](/blog/x/c/) [e](/blog/b/)',
      ],
      { open: 'src/content/blog', move: ['old.md', 'deep'] },
    ))

  test('a link in a moved bundle', async () => {
    const { changed } = await changedSite(
      { ...site, 'src/content/blog/box/index.md': `${post}[b](../b/)\n` },
      { open: 'src/content/blog', move: ['box/index.md', 'deep/er'] },
    )
    expect(changed['src/content/blog/deep/er/box/index.md']).toBe(`${post}[b](../../../b/)\n`)
  })
})
