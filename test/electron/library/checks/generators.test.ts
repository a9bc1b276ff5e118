import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFolder } from '../../../../electron/library/checks/check-folder'
import { detectSite } from '../../../../electron/site/detect-site'
import { withTempFolder } from '../../../support/temp-folder'

// A blog for each generator, written as its documentation does: images, links, anchors, drafts, translations, tags.
const sites = resolve(import.meta.dirname, '../../../fixtures/checks/sites')
const folder = withTempFolder()

/** Writes a site, which is one file with a line `==== path` before each of its files. */
const unpacked = async (name: string, more: Readonly<Record<string, string>> = {}) => {
  const written = (await readFile(join(sites, `${name}.txt`), 'utf8')).split(/^==== (.+)\n/m)
  for (const [at, path] of written.entries()) if (at % 2 === 1) await put(path, written[at + 1] ?? '')
  for (const [path, text] of Object.entries(more)) await put(path, text)
}
const put = async (path: string, text: string) => {
  await mkdir(dirname(join(folder(), path)), { recursive: true })
  await writeFile(join(folder(), path), text)
}
const told = async () => {
  const { posts, problems } = await checkFolder({
    site: await detectSite(folder()),
    now: Date.parse('2024-06-01'),
  })
  expect(problems).toEqual([])
  return posts.flatMap(({ id, findings }) =>
    findings.map(({ check, message }) => `${id}: ${check}: ${message}`),
  )
}

describe('a site without defects has no findings', async () => {
  test.each((await readdir(sites)).map((name) => name.slice(0, -4)))('%s', async (name) => {
    await unpacked(name)
    expect(await told()).toEqual([])
  })
})

const yaml = (head: string) => (title: string) => `---\ntitle: ${title}\n${head}---\n\n`
const hugo = ['hugo', 'content/posts/', yaml('date: 2024-03-03\ndescription: Short.\n')] as const
const jekyll = ['jekyll', '_posts/2024-03-03-', yaml('excerpt: Short.\n')] as const
const eleventy = ['eleventy', 'src/posts/', yaml('date: 2024-03-03\ndescription: Short.\n')] as const
const astro = ['astro', 'src/content/blog/', yaml('pubDate: 2024-03-03\ndescription: Short.\n')] as const
const next = ['next', '_posts/', yaml("date: '2024-03-03'\nexcerpt: Short.\n")] as const
const hexo = ['hexo', 'source/_posts/', yaml('date: 2024-03-03 10:00:00\n')] as const
const gatsby = ['gatsby', 'content/blog/x/index', yaml('date: "2024-03-03"\ndescription: Short.\n')] as const
const vitepress = ['vitepress', 'posts/', yaml('date: 2024-03-03\ndescription: Short.\n')] as const
const docusaurus = ['docusaurus', 'blog/2024-03-08-', yaml('authors: [ann]\ndescription: Short.\n')] as const
const zola = [
  'zola',
  'content/blog/',
  (title: string) => `+++\ntitle = "${title}"\ndate = 2024-03-03\ndescription = "Short."\n+++\n\n`,
] as const
const pelican = [
  'pelican',
  'content/',
  (title: string) =>
    `Title: ${title}\nDate: 2024-03-03\nCategory: Notes\nTags: desk\nAuthors: Ann\nSummary: Short.\n\n`,
] as const

type Row = readonly [string, ...(readonly string[])]
const defects: readonly (readonly [readonly [string, string, (title: string) => string], readonly Row[]])[] =
  [
    [
      hugo,
      [
        ['{{< figure src="/images/none.png" alt="A view" >}}', 'image-missing'],
        ['{{< figure src="/images/MAP.png" alt="A view" >}}', 'image-case'],
        ['{{< figure src="/images/map.png" >}}', 'image-alt'],
        ['{{< figure src="/images/map.png" alt="map.png" >}}', 'image-alt'],
        ['{{< figure src="/static/images/map.png" alt="A view" >}}', 'image-lenient'],
        ['{{< img src="/images/none.png" >}}', 'image-missing'],
        ['![A view](../first-walk/none.png)', 'image-missing'],
        ['![A view](static/images/map.png)', 'image-lenient'],
        ['[a]({{< ref "/none" >}})', 'link-post'],
        ['[a]({{< ref path="none.md" >}})', 'link-post'],
        ['[a]({{< ref path="reading-maps.md" lang="de" >}})', 'link-post'],
        ['[a]({{% relref "packing-light#bootss" %}})', 'link-anchor'],
        ['{{< figure src="/images/map.png" alt="A view" >}}\n\n[a](#none)', 'link-anchor'],
        ['[a](packing-light)', 'link-relative'],
      ],
    ],
    [
      jekyll,
      [
        ['{% include figure.html src="/assets/images/none.png" alt="A view" %}', 'image-missing'],
        ['{% include figure.html src="/assets/images/ICE.png" alt="A view" %}', 'image-case'],
        ['{% include figure.html src="/assets/images/ice.png" alt="image" %}', 'image-alt'],
        ['[a]({% post_url 2024-09-09-none %})', 'link-post'],
        ['[a]({% link _posts/none.md %})', 'link-post'],
        ['[a]({% post_url 2024-02-03-boats %}#oarss)', 'link-anchor'],
        ['[a](/log/boats/2024/boatz/)', 'link-post'],
        ['[a]({{ site.baseurl }}/files/x.pdf)', 'link-file'],
      ],
    ],
    [
      eleventy,
      [
        ['[a](/posts/none/)', 'link-post'],
        ['[a](saws.md)', 'link-relative'],
      ],
    ],
    [
      astro,
      [
        ['[a](/blog/none/)', 'link-post'],
        ['[a](/blog/sencha/#waters)', 'link-anchor'],
        ['[a](oolong.md)', 'link-relative'],
      ],
    ],
    [
      next,
      [
        ['[a](/posts/none)', 'link-post'],
        ['![A view](/assets/blog/hello-world/none.png)', 'image-missing'],
      ],
    ],
    [
      hexo,
      [
        ['{% post_link none %}', 'link-post'],
        ['{% post_link none "words" %}', 'link-post'],
        ['{% asset_img none.png "A title" %}', 'image-missing'],
        ['{% img /images/none.png %}', 'image-missing'],
        ['[a](/2024/01/20/double-stars/#albireoo)', 'link-anchor'],
        ['![A view](/2024/01/03/first-light/none.png)', 'image-missing'],
      ],
    ],
    [
      gatsby,
      [
        ['![A view](../new-beginnings/none.png)', 'image-missing'],
        ['![A view](../new-beginnings/MAP.png)', 'image-case'],
      ],
    ],
    [
      vitepress,
      [
        ['[a](./none.md)', 'link-post'],
        ['[a](./weft.md#none)', 'link-anchor'],
      ],
    ],
    [
      docusaurus,
      [
        ['![A view](/static/img/kiln.png)', 'image-lenient'],
        ['[a](./2024-09-09-none.md)', 'link-post'],
      ],
    ],
    [
      zola,
      [
        ['![A view](/static/images/lichen.png)', 'image-lenient'],
        ['[a](@/blog/none.md)', 'link-post'],
        ['[a](@/pages/none.md)', 'link-post'],
        ['[a](lichen.md)', 'link-relative'],
      ],
    ],
    [
      pelican,
      [
        ['![A view]({static}/images/none.png)', 'image-missing'],
        ['![A view]({attach}images/none.png)', 'image-missing'],
        ['![A view](|static|/images/none.png)', 'image-missing'],
        ['![A view]({static}/images/QUEUE.png)', 'image-case'],
        ['[a]({filename}none.md)', 'link-post'],
        ['[a]({filename}/notes/none.md)', 'link-post'],
        ['[a]({static}/files/none.pdf)', 'link-file'],
        ['[a](threads.md)', 'link-relative'],
      ],
    ],
  ]

describe('a defect in the form of the generator is the only finding', () => {
  test.each(defects.map(([site, rows]) => [site[0], site, rows] as const))(
    '%s',
    async (_name, site, rows) => {
      const [name, path, head] = site
      const isOneFile = name === 'gatsby'
      const ids = rows.map((_row, at) => (isOneFile ? path.replace('x/', `x${at}/`) : `${path}x${at}`))
      await unpacked(
        name,
        Object.fromEntries(rows.map(([body], at) => [`${ids[at]}.md`, `${head(`X ${at}`)}${body}\n`])),
      )
      const found = (await told()).map((line) => line.split(': ').slice(0, 2).join(' '))
      const expected = rows.map(([, ...checks], at) => checks.map((check) => `${ids[at]}.md ${check}`))
      const ofDefects = found.map(
        (line) => expected.flat().find((one) => one.endsWith(`/${line}`) || one === line) ?? line,
      )
      expect(ofDefects.sort()).toEqual(expected.flat().sort())
    },
  )
})

describe('a post that is only begun is not called incomplete', () => {
  const others = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `source/_posts/p${at}.md`,
      `---\ntitle: P ${at}\ndate: 2024-01-01\ntags: [a]\ndescription: A post of number ${at}.\n---\n\nText.\n`,
    ]),
  )
  const hexoSite = { 'package.json': '{"hexo":{},"dependencies":{"hexo":"7"}}', '_config.yml': 'title: T\n' }
  test.each([
    ['without text', 'source/_posts/new.md', 'date: 2024-02-02\ntags: []\ndescription:', '', []],
    ['a draft by its folder', 'source/_drafts/new.md', 'tags: []', 'Text.', []],
    ['a draft by its field', 'source/_posts/new.md', 'draft: true', 'Text.', []],
    [
      'finished',
      'source/_posts/new.md',
      'date: 2024-02-02\ntags: []\ndescription:',
      'Text.',
      ['tags is empty', 'description is empty'],
    ],
  ])('%s', async (_name, path, head, body, found) => {
    for (const [name, text] of Object.entries({ ...others, ...hexoSite })) await put(name, text)
    await put(path, `---\ntitle: New\n${head}\n---\n\n${body}\n`)
    expect((await told()).map((line) => line.split(': ').at(-1))).toEqual(
      found.map((one) => `**${one.split(' ')[0]}** is empty`),
    )
  })
})
