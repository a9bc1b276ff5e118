import { expect, test } from 'vitest'
import { checkedSite } from '../../support/checked-site'

const told = (profile: 'docusaurus' | 'astro' | 'hugo', text: string) =>
  checkedSite({
    profile,
    posts: { 'a.mdx': `---\ntitle: A\n---\n\n${text}\n`, 'old.md': '---\ntitle: Old\n---\n\nx\n' },
    files: { 'static/img/a.png': 9, 'src/assets/b.png': 9, 'static/c.pdf': 9, 'docs/guide.md': 9 },
    addresses: {
      aliases:
        profile === 'docusaurus'
          ? [{ prefix: '@site/', folders: ['.'] }]
          : profile === 'astro'
            ? [{ prefix: '~/', folders: ['src'] }]
            : [],
    },
  })
    .told('a.mdx')
    .filter((line) => /^(?:link|image)-/.test(line))
    .map((line) => line.replace(/ \d+ .*/, ''))

test.each([
  [
    'docusaurus',
    '[a](@site/blog/old.md) [b](@site/docs/guide.md) ![c](@site/static/img/a.png) [d](@site/static/c.pdf)',
  ],
  [
    'docusaurus',
    "import A from '@site/static/img/a.png'\n\n<img alt='x' src={require('@site/static/img/a.png').default} />",
  ],
  ['docusaurus', "<img alt='x' src={useBaseUrl('/img/a.png')} /> ![x](pathname:///img/a.png)"],
  ['docusaurus', '[a](@theme/x.md) ![b](@other/y.png) [c](@other/z.pdf) [d](@site/src/pages/index)'],
  ['astro', '![a](~/assets/b.png) [b](~/content/blog/old.md) [c](~lib/x.md) ![d](@img/y.png) ![e](#x/y.png)'],
  ['astro', '![b](@/gone.png) [c](@/gone.md) ![d]($lib/gone.png)'],
] as const)('%s: %j names nothing that is missing', (profile, text) =>
  expect(told(profile, text)).toEqual([]),
)

test.each([
  ['docusaurus', '[a](@site/blog/gone.md)', 'link-post'],
  ['docusaurus', '![a](@site/static/img/gone.png)', 'image-missing'],
  ['docusaurus', '[a](@site/static/gone.pdf)', 'link-file'],
  ['docusaurus', "<img alt='x' src={require('@site/static/img/gone.png').default} />", 'image-missing'],
  ['docusaurus', "import A from './gone.png'", 'image-missing'],
  ['astro', '![a](~/assets/gone.png)', 'image-missing'],
  ['hugo', '![a](@/gone.png)', 'image-missing'],
  ['hugo', '![a](~/Pictures/gone.png)', 'image-outside'],
] as const)('%s: %j does', (profile, text, finding) => expect(told(profile, text)).toEqual([finding]))

test.each([
  ['docusaurus', 'image-missing'],
  ['hugo', undefined],
] as const)('%s: expressions in .md files', (profile, finding) => {
  const site = checkedSite({
    profile,
    posts: { 'a.md': "# A\n\n<img src={require('./gone.png')} alt='x' />\n" },
  })
  expect(
    site
      .told('a.md')
      .find((line) => line.startsWith('image-'))
      ?.split(' ')[0],
  ).toBe(finding)
})
