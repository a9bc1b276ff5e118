import { expect, test } from 'vitest'
import { changedText } from '../../../../shared/addresses/change/changed-text'
import { movingWith, pathInFolder, pathWithSlug } from '../../../../shared/addresses/change/renamed-page'
import { changeOnPaper } from '../../../../shared/addresses/change/site-change'
import { pageOf } from '../../../../shared/addresses/map/page-names'
import { SiteMap } from '../../../../shared/addresses/map/site-map'
import { meaningOf } from '../../../../shared/addresses/meaning/meaning'
import type { Meaning } from '../../../../shared/addresses/meaning/meaning-types'
import { addressHead, type Page, type SitePath } from '../../../../shared/addresses/rules/page'
import { parseFrontMatter } from '../../../../shared/front-matter/read/parse'
import { splitPost } from '../../../../shared/front-matter/read/split'
import { codeRanges } from '../../../../shared/references/code-ranges'
import { referencesIn } from '../../../../shared/references/references'
import { folderOf, relativePath } from '../../../../shared/site/post-path'
import type { SiteLayout } from '../../../../shared/site/site-layout'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { fc } from '../../../support/properties'

type Profile = 'hugo' | 'jekyll' | 'hexo' | 'eleventy' | 'zola' | 'plain'
type Texts = ReadonlyMap<SitePath, string>

const top: Readonly<Record<Profile, string>> = {
  hugo: 'content/posts',
  jekyll: '_posts',
  hexo: 'source/_posts',
  eleventy: 'posts',
  zola: 'content/posts',
  plain: 'posts',
}

const layoutOf = (profile: Profile): SiteLayout => ({
  profile,
  postsFolder: top[profile],
  publicFolders: profile === 'hexo' ? ['source'] : /jekyll|eleventy/.test(profile) ? ['.'] : ['static'],
  imageFolders: ['{dir}'],
  basePath: '',
  address: 'https://example.org',
  ...(profile === 'hugo' && {
    addresses: { content: [{ folder: 'content' }], languages: ['en', 'fr'], defaultLanguage: 'en' },
  }),
})

/** A site as a value: where its posts lie, what their heads say, and which post each links to in which form. */
const anySite = fc.record({
  profile: fc.constantFrom<Profile>('hugo', 'jekyll', 'hexo', 'eleventy', 'zola', 'plain'),
  posts: fc.uniqueArray(
    fc.record({
      folder: fc.constantFrom('', '2023', '2024', 'x/y'),
      name: fc.constantFrom('old', 'intro', 'release-3.5', 'two words', 'Über', 'a(b)'),
      kind: fc.constantFrom('file', 'file', 'bundle', 'french'),
      head: fc.constantFrom(
        '',
        '',
        'slug: custom%',
        'permalink: /pinned/%/',
        'url: /fixed/%/',
        'aliases: [/was/%/]',
      ),
      links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
    }),
    {
      minLength: 2,
      maxLength: 7,
      selector: ({ folder, name, kind }) => `${folder}/${name}/${kind === 'french'}`,
    },
  ),
  which: fc.nat(),
  job: fc.constantFrom<readonly ['rename' | 'move', string]>(
    ['rename', 'new'],
    ['rename', 'fresh start'],
    ['rename', 'intro'],
    ['rename', 'x (1) #2'],
    ['move', '2024'],
    ['move', ''],
    ['move', 'deep/er'],
  ),
})
type AnySite = typeof anySite extends fc.Arbitrary<infer T> ? T : never

const pathsOf = ({ profile, posts }: AnySite): SitePath[] =>
  posts.map(({ folder, name, kind }) => {
    const dated = profile === 'jekyll' ? `2024-01-02-${name}` : name
    const mark = kind === 'french' ? (profile === 'hugo' ? '.fr' : '-fr') : ''
    const file = kind === 'bundle' && profile !== 'jekyll' ? `${dated}/index.md` : `${dated}${mark}.md`
    return [top[profile], folder, file].filter((part) => part !== '').join('/')
  })

const pageOfText = (path: SitePath, text: string, layout: SiteLayout): Page => {
  const head = parseFrontMatter(text)
  return pageOf({ path, head: head.kind === 'parsed' ? addressHead(head.data) : {} }, layout)
}

const mapOf = (texts: Texts, layout: SiteLayout): SiteMap =>
  new SiteMap(
    layout,
    Array.from(texts, ([path, text]) => pageOfText(path, text, layout)),
    new Set(texts.keys()),
  )

const written = (path: string) =>
  encodeURI(path).replace(/[()]/g, (letter) => (letter === '(' ? '%28' : '%29'))

/** Links in all forms that the generator has, from one post to another, and what is none. */
const linkForms = (
  from: SitePath,
  to: SitePath,
  map: SiteMap,
  { profile }: SiteLayout,
): readonly string[] => {
  const file = relativePath(folderOf(from), to)
  const forms = [`[x](${written(file)})`, `[x](<${file}>)`]
  const address = map.pages.get(to)?.address
  if (address) {
    const target = written(address)
    forms.push(
      `[x](${target}#part)`,
      `<a href="${target}">x</a>`,
      `[x](https://example.org${target})`,
      `[r]: ${target} "t"`,
    )
  }
  const inContent = to.replace(/^content/, '').replace(/\.fr\.md$/, '.md')
  if (profile === 'hugo')
    forms.push(`{{< ref "${inContent}" >}}`, `{{% relref path="${inContent}" lang="en" %}}`)
  if (profile === 'jekyll')
    forms.push(`{% link ${to} %}`, `{% post_url ${to.replace(/^_posts\/|\.md$/g, '')} %}`)
  if (profile === 'hexo') forms.push(`{% post_link ${to.replace(/^source\/_posts\/|\.md$/g, '')} %}`)
  if (profile === 'zola') forms.push(`[x](<@/${to.replace('content/', '')}>)`)
  if (profile === 'plain') forms.push(`[[${to.replace(/\.md$/, '')}]]`)
  return [...forms, '`[code](old.md)`', '[tag](/tags/old/)', '[dead](/nowhere/)']
}

const textsOf = (site: AnySite, layout: SiteLayout): Texts => {
  const paths = pathsOf(site)
  const heads = new Map(
    site.posts.map(({ head }, index) => [
      paths[index] ?? '',
      `---\ntitle: T${index}\ndate: 2024-01-02\n${head === '' ? '' : `${head.replace('%', String(index))}\n`}---\n`,
    ]),
  )
  const map = mapOf(heads, layout)
  return new Map(
    site.posts.map(({ links }, index) => {
      const from = paths[index] ?? ''
      const lines = links.map(([to, form]) => {
        const forms = linkForms(from, paths[to % paths.length] ?? '', map, layout)
        return forms[form % forms.length]
      })
      return [from, `${heads.get(from)}\n${lines.join('\n\n')}\n`]
    }),
  )
}

const meaningsIn = (texts: Texts, layout: SiteLayout): ReadonlyMap<SitePath, readonly Meaning[]> => {
  const map = mapOf(texts, layout)
  return new Map(
    Array.from(texts, ([path, text]) => {
      const from = splitPost(text).bodyFrom
      const place = { path, page: map.pages.get(path) ?? null }
      return [path, referencesIn(text, from, codeRanges(text, from)).map((one) => meaningOf(one, place, map))]
    }),
  )
}

test('after any rename or move every link of any site means what it meant, or is named', () => {
  fc.assert(
    fc.property(anySite, (site) => {
      const layout = layoutOf(site.profile)
      const texts = textsOf(site, layout)
      const paths = [...texts.keys()]
      const path = paths[site.which % paths.length] ?? ''
      const [job, to] = site.job
      const target = to === '' ? layout.postsFolder : `${layout.postsFolder}/${to}`
      const after = job === 'rename' ? pathWithSlug(path, to, layout) : pathInFolder(path, target, layout)
      const [from, place] = [movingWith(path, layout), movingWith(after, layout)]
      const moved = new Map(
        paths
          .filter((one) => one === from || one.startsWith(`${from}/`))
          .map((one) => [one, place + one.slice(from.length)]),
      )
      const movedTo = (one: SitePath) => moved.get(one) ?? one
      const taken = new Set(moved.values())
      fc.pre(paths.every((one) => moved.has(one) || !taken.has(one)))
      const pages = Array.from(moved, ([old, now]) => pageOfText(now, texts.get(old) ?? '', layout))
      const change = changeOnPaper(mapOf(texts, layout), moved, pages)
      const left = new Map<SitePath, number>()
      const now = new Map(
        Array.from(texts, ([one, text]) => {
          const changed = changedText(text, one, change)
          left.set(one, changed.left.length)
          return [movedTo(one), applyTextChanges(text, changed.changes)]
        }),
      )
      const found = meaningsIn(now, layout)
      for (const [one, meanings] of meaningsIn(texts, layout)) {
        const again = found.get(movedTo(one)) ?? []
        expect(again.length).toBe(meanings.length)
        const lost = meanings.filter((meant, index) => {
          const here = again[index]
          return meant.kind === 'page' && (here?.kind !== 'page' || here.path !== movedTo(meant.path))
        })
        const told = `${one}: ${texts.get(one)} → ${movedTo(one)}: ${now.get(movedTo(one))}`
        expect(lost.length, told).toBeLessThanOrEqual(left.get(one) ?? 0)
      }
    }),
    { numRuns: 1000 },
  )
})
