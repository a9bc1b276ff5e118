import { pageOf } from '../../shared/addresses/map/page-names'
import { SiteMap } from '../../shared/addresses/map/site-map'
import { addressHead, type Page, type SitePath } from '../../shared/addresses/rules/page'
import { parseFrontMatter } from '../../shared/front-matter/read/parse'
import { folderOf, relativePath } from '../../shared/site/post-path'
import type { SiteLayout } from '../../shared/site/site-layout'
import { fc } from './properties'

export type Texts = ReadonlyMap<SitePath, string>

interface MadeBy {
  /** The folder of its posts. */
  readonly posts: string
  /** A folder of other pages. */
  readonly pages: string
  readonly files: Readonly<Record<string, string>>
  readonly extension?: 'md' | 'mdx'
  /** The file names of posts start with a date. */
  readonly dated?: true
  /** The index file of a folder that is a post, if the generator supports such folders. */
  readonly bundles?: string
}

const packages = (name: string) => ({ 'package.json': `{"dependencies":{"${name}":"1"}}` })

/** The generators, each with the files by which its sites are recognised. */
export const madeBy = {
  hugo: {
    posts: 'content/posts',
    pages: 'content/docs',
    bundles: 'index.md',
    files: { 'hugo.toml': 'baseURL = "https://example.org/"\n[languages.en]\n[languages.fr]\n' },
  },
  jekyll: {
    posts: '_posts',
    pages: 'docs',
    dated: true,
    files: { '_config.yml': 'url: https://example.org\n' },
  },
  hexo: {
    posts: 'source/_posts',
    pages: 'source/docs',
    files: { '_config.yml': 'url: https://example.org\n', ...packages('hexo') },
  },
  eleventy: {
    posts: 'posts',
    pages: 'docs',
    bundles: 'index.md',
    files: { 'eleventy.config.js': 'export default () => {}', ...packages('@11ty/eleventy') },
  },
  zola: {
    posts: 'content/posts',
    pages: 'content/docs',
    bundles: 'index.md',
    files: { 'config.toml': 'base_url = "https://example.org"\n[languages.fr]\n' },
  },
  docusaurus: {
    posts: 'blog',
    pages: 'docs',
    bundles: 'index.md',
    files: {
      'docusaurus.config.js': "export default { url: 'https://example.org', baseUrl: '/base/' }",
      ...packages('@docusaurus/core'),
    },
  },
  vitepress: {
    posts: 'docs/posts',
    pages: 'docs/guide',
    bundles: 'index.md',
    files: {
      'docs/.vitepress/config.js':
        "export default { base: '/base/', sitemap: { hostname: 'https://example.org' } }",
      ...packages('vitepress'),
    },
  },
  vuepress: {
    posts: 'docs/posts',
    pages: 'docs/guide',
    bundles: 'README.md',
    files: { 'docs/.vuepress/config.js': 'export default {}', ...packages('vuepress') },
  },
  gatsby: {
    posts: 'content/blog',
    pages: 'content/notes',
    bundles: 'index.md',
    files: { 'gatsby-config.js': 'module.exports = {}', 'src/pages/about.js': 'x', ...packages('gatsby') },
  },
  astro: {
    posts: 'src/content/blog',
    pages: 'src/content/notes',
    bundles: 'index.mdx',
    extension: 'mdx',
    files: { 'src/pages/blog/[...slug].astro': 'x', 'src/pages/old.astro': 'x', ...packages('astro') },
  },
  next: {
    posts: 'posts',
    pages: 'notes',
    extension: 'mdx',
    files: { 'pages/posts/[slug].tsx': 'x', ...packages('next') },
  },
  pelican: {
    posts: 'content/posts',
    pages: 'content/pages',
    files: {
      'pelicanconf.py': "PATH = 'content'\nSITEURL = 'https://example.org'\nSLUGIFY_SOURCE = 'basename'\n",
    },
  },
  nikola: {
    posts: 'posts',
    pages: 'pages',
    files: {
      'conf.py':
        'BLOG_TITLE = "x"\nSITE_URL = "https://example.org/"\nPOSTS = (("posts/*.md", "posts", "post.tmpl"),)\nPAGES = (("pages/*.md", "", "page.tmpl"),)\n',
    },
  },
  plain: { posts: 'posts', pages: 'notes', bundles: 'index.md', files: { '.git/HEAD': 'x' } },
} as const satisfies Readonly<Record<string, MadeBy>>
export type Made = keyof typeof madeBy

const made = Object.keys(madeBy) as readonly Made[]

/** A random site as a value: its posts with their heads and links, and a change to make to one of them. */
export const anySite = fc.record({
  profile: fc.constantFrom(...made),
  posts: fc.uniqueArray(
    fc.record({
      folder: fc.constantFrom('', '', '2023', '2024', 'x/y'),
      name: fc.constantFrom('old', 'old', 'intro', 'release-3.5', 'two words', 'Über', 'a(b)', 'Mixed-Case'),
      kind: fc.constantFrom('file', 'file', 'file', 'bundle', 'french', 'page'),
      head: fc.constantFrom(
        '',
        '',
        '',
        'slug: custom%',
        'permalink: /pinned/%/',
        'url: /fixed/%/',
        'aliases: [/was/%/]',
        'redirect_from: /came/%/',
        'categories: [one]',
        'id: number%',
      ),
      links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
    }),
    {
      minLength: 2,
      maxLength: 7,
      selector: ({ folder, name, kind }) => `${folder}/${name}/${kind === 'french'}/${kind === 'page'}`,
    },
  ),
  which: fc.nat(),
  job: fc.constantFrom<readonly ['rename' | 'move' | 'copy', string]>(
    ['rename', 'new'],
    ['rename', 'fresh start'],
    ['rename', 'intro'],
    ['rename', 'OLD'],
    ['rename', 'x (1) #2'],
    ['rename', '100% & more'],
    ['move', '2024'],
    ['move', ''],
    ['move', 'deep/er'],
    ['copy', ''],
  ),
})
export type AnySite = typeof anySite extends fc.Arbitrary<infer T> ? T : never

/** The paths of a site's posts, in the order of the posts. */
export const pathsOf = ({ profile, posts }: AnySite): SitePath[] => {
  const by: MadeBy = madeBy[profile]
  return posts.map(({ folder, name, kind }) => {
    const dated = by.dated && kind !== 'page' ? `2024-01-02-${name}` : name
    const mark = kind !== 'french' ? '' : ['hugo', 'zola'].includes(profile) ? '.fr' : '-fr'
    const file =
      kind === 'bundle' && by.bundles ? `${dated}/${by.bundles}` : `${dated}${mark}.${by.extension ?? 'md'}`
    return [kind === 'page' ? by.pages : by.posts, folder, file].filter((part) => part !== '').join('/')
  })
}

const pageOfText = (path: SitePath, text: string, layout: SiteLayout): Page => {
  const head = parseFrontMatter(text)
  return pageOf({ path, head: head.kind === 'parsed' ? addressHead(head.data) : {} }, layout)
}

/** The map of a site with these texts. */
export const mapOf = (texts: Texts, layout: SiteLayout): SiteMap =>
  new SiteMap(
    layout,
    Array.from(texts)
      .filter(([path]) => /\.mdx?$/.test(path))
      .map(([path, text]) => pageOfText(path, text, layout)),
    new Set(texts.keys()),
  )

const written = (path: string) =>
  encodeURI(path).replace(/[()#]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** Links from one post to another in all forms that the generator has, and text that must not change. */
const linkForms = (from: SitePath, to: SitePath, map: SiteMap, profile: Made): readonly string[] => {
  const file = relativePath(folderOf(from), to)
  const forms = [`[x](${written(file)})`, `[x](<${file}>)`]
  const address = map.pages.get(to)?.address
  const here = map.pages.get(from)?.address
  if (address) {
    const target = written(
      map.site.basePath !== '' && profile === 'docusaurus' ? `${map.site.basePath}${address}` : address,
    )
    forms.push(`[x](${target}#part)`, `<a href="${target}">x</a>`, `[r]: ${target} "t"`)
    if (map.site.address) forms.push(`[x](${map.site.address}${map.site.basePath}${written(address)})`)
    if (here) forms.push(`[x](${written(relativePath(folderOf(`${here}x`), address) || './')})`)
  }
  const inContent = to.replace(/^content/, '').replace(/\.fr\.md$/, '.md')
  if (profile === 'hugo')
    forms.push(`{{< ref "${inContent}" >}}`, `{{% relref path="${inContent}" lang="en" %}}`)
  if (profile === 'jekyll') forms.push(`{% link ${to} %}`, `[x]({{ "${address}" | relative_url }})`)
  if (profile === 'jekyll' && to.startsWith('_posts/'))
    forms.push(`{% post_url ${to.replace(/^_posts\/|\.md$/g, '')} %}`)
  if (profile === 'hexo' && to.includes('/_posts/'))
    forms.push(
      `{% post_link ${to.replace(/^source\/_posts\/|\.md$/g, '')} %}`.replace(
        /link (.* .*) %/,
        'link "$1" %',
      ),
    )
  if (profile === 'zola') forms.push(`[x](<@/${to.replace('content/', '')}>)`)
  if (profile === 'pelican')
    forms.push(`[x](<{filename}/${to.replace('content/', '')}>)`, `[x]({filename}${written(file)})`)
  if (profile === 'nikola') forms.push(`[x](<link://filename/${to}>)`)
  if (profile === 'plain') forms.push(`[[${to.replace(/\.md$/, '')}]]`)
  if (profile === 'astro' || profile === 'next')
    forms.push(`<Link href="${address ? written(address) : file}">x</Link>`)
  return [
    ...forms,
    '`[code](old.md)`',
    '[tag](/tags/old/)',
    '[dead](/nowhere/)',
    '[out](https://other.org/old/)',
  ]
}

/** A head with a field that lists some of the linked posts, by address or by file name. */
const headWith = (
  head: string,
  links: AnySite['posts'][number]['links'],
  paths: readonly SitePath[],
  map: SiteMap,
) => {
  const named = links.filter(([, form]) => form % 3 === 0).map(([to]) => paths[to % paths.length] ?? '')
  if (named.length === 0) return head
  const values = named.map((path) => map.pages.get(path)?.address ?? path.slice(path.lastIndexOf('/') + 1))
  return head.replace(/---\n$/, `related: ${JSON.stringify(values)}\n---\n`)
}

/** The texts of a site by path, including a navigation file outside its posts. */
export const textsOf = (site: AnySite, layout: SiteLayout): Texts => {
  const paths = pathsOf(site)
  const heads = new Map(
    site.posts.map(({ head }, index) => [
      paths[index] ?? '',
      `---\ntitle: T${index}\ndate: 2024-01-02\n${head === '' ? '' : `${head.replace('%', String(index))}\n`}---\n`,
    ]),
  )
  const others = Object.entries(madeBy[site.profile].files)
  const map = mapOf(new Map([...heads, ...others]), layout)
  const navigation = paths
    .flatMap((path) => map.pages.get(path)?.address ?? [])
    .map((one) => `- url: ${written(one)}\n`)
  return new Map([
    ...others,
    ['data/nav.yml', navigation.join('')],
    ...site.posts.map(({ links }, index): [SitePath, string] => {
      const from = paths[index] ?? ''
      const lines = links.map(([to, form]) => {
        const forms = linkForms(from, paths[to % paths.length] ?? '', map, site.profile)
        return forms[form % forms.length]
      })
      return [from, `${headWith(heads.get(from) ?? '', links, paths, map)}\n${lines.join('\n\n')}\n`]
    }),
  ])
}
