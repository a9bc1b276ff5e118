import { describe, expect, test } from 'vitest'
import { planImageMove } from '../../../../electron/assets/changes/move-image'
import { planReplacedImage } from '../../../../electron/assets/changes/replace-image'
import { planTrashedImages } from '../../../../electron/assets/changes/trash-images'
import { lookAtSite } from '../../../../electron/posts/plans/site-look'
import { detectSite } from '../../../../electron/site/detect-site'
import { withTempSites } from '../../../support/temp-site'

const tempSite = withTempSites()

const siteOf = async (files: Readonly<Record<string, string>>) => {
  const temp = await tempSite(files)
  const site = await detectSite(temp.root)
  const { map } = await lookAtSite(site)
  const known = {
    pages: async () => [...map.pages.values()],
    naming: async () =>
      Object.keys(files).flatMap((path) => (/^posts\/.*\.md$/.test(path) ? [path.slice(6)] : [])),
  }
  return { temp, site, known }
}

const files = {
  'package.json': '{ "dependencies": { "next": "15" } }',
  'posts/a.md':
    '---\ntitle: A\nimage: /pics/old name.png\n---\n\n![x](/pics/old%20name.png "t")\n\n<img src="/pics/old name.png">\n\n![y](</pics/old name.png>)\n\n`/pics/old name.png`\n',
  'posts/b.md': 'Nothing of it: ![z](/pics/other.png)\n',
  'public/pics/old name.png': 'x',
  'public/pics/other.png': 'y',
}

const linesOf = (plan: {
  readonly files: readonly {
    readonly path: string
    readonly changes: readonly { readonly after: string }[]
  }[]
}) => plan.files.map(({ path, changes }) => [path, changes.map(({ after }) => after)])

describe('references follow an image, each in the form it was written', () => {
  test('to another name', async () => {
    const { site, known } = await siteOf(files)
    const { plan, steps } = await planImageMove(
      site,
      'public/pics/old name.png',
      'public/pics/new one.png',
      known,
    )
    expect(linesOf(plan)).toEqual([
      [
        'posts/a.md',
        [
          'image: /pics/new one.png',
          '![x](/pics/new%20one.png "t")',
          '<img src="/pics/new one.png">',
          '![y](</pics/new one.png>)',
        ],
      ],
    ])
    expect(steps.map(({ kind }) => kind)).toEqual(['write', 'move'])
  })

  test.each([
    ['image: /pics/old name.png', 'new (1).png', 'image: /pics/new %281%29.png'],
    ['image: /pics/old name.png', 'plain.png', 'image: /pics/plain.png'],
    ['image: "/pics/old name.png"', 'new #1.png', 'image: "/pics/new %231.png"'],
    ["image: '/pics/old name.png'", 'new  one.png', "image: '/pics/new  one.png'"],
    ['image: /pics/old%20name.png', 'new one.png', 'image: /pics/new%20one.png'],
    ['images: [/pics/old name.png, /x.png]', 'new one.png', 'images: [/pics/new one.png, /x.png]'],
    ['image: /pics/other.png', 'new one.png', 'image: /pics/new%20one.png'],
    ['background: url(/pics/other.png)', 'new.png', 'background: url(/pics/new.png)'],
    ["background: url('/pics/other.png') left", 'new.png', "background: url('/pics/new.png') left"],
    ['summary: "See ![x](/pics/other.png)."', 'new.png', 'summary: "See ![x](/pics/new.png)."'],
    ['resources: [{ src: /pics/other.png }]', 'new.png', 'resources: [{ src: /pics/new.png }]'],
  ])('%s, whose image becomes %s', async (before, name, after) => {
    const { site, known } = await siteOf({ ...files, 'posts/a.md': `---\ntitle: A\n${before}\n---\n` })
    const from = before.includes('other') ? 'public/pics/other.png' : 'public/pics/old name.png'
    const { plan } = await planImageMove(site, from, `public/pics/${name}`, known)
    expect(linesOf(plan)).toContainEqual(['posts/a.md', [after]])
  })

  test('with its whole folder', async () => {
    const { site, known } = await siteOf(files)
    const { plan } = await planImageMove(site, 'public/pics', 'public/media/pictures', known)
    expect(linesOf(plan)).toContainEqual(['posts/b.md', ['Nothing of it: ![z](/media/pictures/other.png)']])
    expect(plan.files).toHaveLength(2)
  })

  test('to another format', async () => {
    const { site, known } = await siteOf(files)
    const made = { bytes: new Uint8Array([1]), type: 'image/webp' }
    const { to, steps } = await planReplacedImage(site, 'public/pics/other.png', made, known)
    expect(to).toBe('public/pics/other.webp')
    expect(steps.map(({ kind }) => kind)).toEqual(['write', 'write', 'move'])
  })
})

test.each([
  ['public/pics/other.png', 'public/pics/old name.png', 'already-exists'],
  ['public/pics/other.png', 'public/pics/other.jpg', 'bad-name'],
  ['public/pics/other.png', '../other.png', 'bad-name'],
  ['public/pics/other.png', 'public/pics/con.png', 'bad-name'],
  ['public/pics/gone.png', 'public/pics/x.png', 'not-found'],
  ['posts/a.md', 'posts/c.md', 'bad-name'],
  ['posts', 'texts', 'bad-name'],
  ['public/pics', 'public/pics/inner', 'bad-name'],
])('%s to %s is refused: %s', async (from, to, kind) => {
  const { site, known } = await siteOf(files)
  await expect(planImageMove(site, from, to, known)).rejects.toMatchObject({ kind })
})

test('the bin takes images alone, also one called index beside others', async () => {
  const { temp } = await siteOf({ ...files, 'public/pics/index.png': 'z' })
  const { steps, refused } = await planTrashedImages(temp.root, [
    'public/pics/index.png',
    'posts/a.md',
    'public/gone.png',
  ])
  expect(steps).toMatchObject([{ kind: 'trash', path: temp.path('public/pics/index.png') }])
  expect(refused).toHaveLength(2)
})

test('aliases, imports and texts outside the posts follow an image', async () => {
  const { site, known } = await siteOf({
    'package.json': '{ "dependencies": { "astro": "5" } }',
    'tsconfig.json':
      '{"compilerOptions":{"baseUrl":".","paths":{"~/*":["src/*"],"@img/*":["src/assets/*"]}}}',
    'src/assets/old.png': 'x',
    'src/assets/other/old.png': 'y',
    'posts/a.md': 'x',
    'src/content/blog/a.mdx':
      "---\nimage: '~/assets/old.png'\n---\nimport a from '@img/old.png'\n\n![x](@img/old.png) <Image src={a} /> <img src={require('../../assets/old.png')} />\n\n![y](@img/other/old.png) ![z](@none/old.png)\n",
    'src/pages/index.astro':
      "---\nimport a from '~/assets/old.png'\nimport b from '../assets/old.png'\nimport c from '../assets/other/old.png'\n---\n",
    'src/styles/a.css':
      'a { background: url(../assets/old.png) } b { background: url("../assets/other/old.png") }\n',
  })
  const { plan } = await planImageMove(site, 'src/assets/old.png', 'src/assets/new.png', {
    ...known,
    naming: async () => ['a.mdx'],
  })
  expect(linesOf(plan)).toEqual([
    [
      'src/content/blog/a.mdx',
      [
        "image: '~/assets/new.png'",
        "import a from '@img/new.png'",
        "![x](@img/new.png) <Image src={a} /> <img src={require('../../assets/old.png')} />",
        "![x](@img/old.png) <Image src={a} /> <img src={require('../../assets/new.png')} />",
      ],
    ],
    ['src/pages/index.astro', ["import a from '~/assets/new.png'", "import b from '../assets/new.png'"]],
    [
      'src/styles/a.css',
      ['a { background: url(../assets/new.png) } b { background: url("../assets/other/old.png") }'],
    ],
  ])
})

test('tags of any name, styles, components and scripts follow an image, each in its form', async () => {
  const lines = [
    '{{< zoom picture="/pics/old.png" caption="About old.png" >}}',
    "{% include image.html src='/pics/old.png' alt='old.png' %}",
    '{% image "/pics/old.png", "About old.png" %}',
    '{% assign hero = "/pics/old.png" %}',
    '<p style="background: url(/pics/old.png)">x</p>',
    '<p style="background: url(\'/pics/old.png\') left">x</p>',
    '<style>a { background: url("/pics/old.png") }</style>',
    '<table><td background="/pics/old.png">x</td></table>',
    '<Card cover="/pics/old.png" alt="/pics/old.png" />',
    '<img :src="withBase(\'/pics/old.png\')">',
  ]
  const { site, known } = await siteOf({
    'package.json': '{ "dependencies": { "next": "15" } }',
    'posts/a.md': `${lines.join('\n\n')}\n\n\`/pics/old.png\` and "/pics/old.png"\n`,
    'public/pics/old.png': 'x',
  })
  const { plan } = await planImageMove(site, 'public/pics/old.png', 'public/pics/new one.png', known)
  const written = (line: string) => line.replace('/pics/old.png', '/pics/new%20one.png')
  expect(linesOf(plan)).toEqual([
    ['posts/a.md', [...lines.slice(0, -1).map(written), '<img :src="withBase(\'/pics/new one.png\')">']],
  ])
})
