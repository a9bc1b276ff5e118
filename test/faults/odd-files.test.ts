import { execFileSync } from 'node:child_process'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { listImages } from '../../electron/assets/list-images'
import { checkFolder } from '../../electron/library/checks/check-folder'
import { lookAtSite } from '../../electron/posts/plans/site-look'
import { detectSite } from '../../electron/site/detect-site'
import { readSiteMarkdown } from '../../electron/site/site-preferences'
import { usualStyles } from '../../electron/site/site-styles'
import { can, long } from '../support/fault-tools'
import { openLibrary } from '../support/open-library'
import { type TempSite, tempSite } from '../support/temp-site'
import { noteTrial } from '../support/trial'

/** Files of an untrusted site that are read by their names. */
const names = [
  ...[
    'package.json',
    '.gitignore',
    'posts/.gitignore',
    'postwright.json',
    '.markdownlint.json',
    '.markdownlint.yaml',
  ],
  ...[
    '_config.yml',
    '_config.yaml',
    '_config.toml',
    'hugo.toml',
    'hugo.yaml',
    'config.toml',
    'config.yaml',
    'config/_default/hugo.toml',
  ],
  ...[
    'astro.config.mjs',
    'astro.config.ts',
    'next.config.js',
    'next.config.mjs',
    '.eleventy.js',
    'eleventy.config.js',
    'gatsby-config.js',
  ],
  ...[
    'docusaurus.config.js',
    '.vitepress/config.ts',
    'docs/.vitepress/config.mjs',
    'quartz.config.ts',
    'zola.toml',
    'mkdocs.yml',
    'book.toml',
  ],
  ...[
    'src/content/config.ts',
    'src/content.config.ts',
    'contentlayer.config.ts',
    'velite.config.ts',
    'tina/config.ts',
    '.pages.yml',
  ],
  ...[
    'static/admin/config.yml',
    'public/admin/config.yml',
    'front-matter.json',
    'frontmatter.json',
    '.vscode/settings.json',
  ],
  ...[
    '.obsidian/app.json',
    'posts/posts.json',
    'posts/posts.11tydata.js',
    'posts/_index.md',
    'posts/odd.md',
    'public/style.css',
  ],
  ...[
    'src/styles/global.css',
    'public/logo.png',
    'layouts/index.html',
    'posts/odd.png',
    'CNAME',
    'static/_redirects',
    'public/_redirects',
  ],
]

const some = names.filter((_, at) => long || at % 7 === 0)

/** What may be there instead of a file. */
const kinds: Readonly<Record<string, (path: string) => Promise<unknown> | unknown>> = {
  'a named pipe': (path) => execFileSync('mkfifo', [path]),
  'a link to a device without an end': (path) => symlink('/dev/zero', path),
  'a folder': (path) => mkdir(path),
  'a link to itself': (path) => symlink(path, path),
  'a link to nowhere': (path) => symlink('/nowhere', path),
}

let site: TempSite
afterEach(() => site.remove())

const put = async (name: string, make: (typeof kinds)[string]) => {
  await mkdir(dirname(site.path(name)), { recursive: true })
  await rm(site.path(name), { force: true })
  await make(site.path(name))
}

/** Everything that reads a site when it is opened, when idle, and before a rename. */
const openSite = async (): Promise<readonly string[]> => {
  const found = await detectSite(join(site.root, 'posts'))
  await Promise.all([
    readSiteMarkdown(found.root, found.profile),
    usualStyles(found),
    listImages(found, 'a.md'),
  ])
  const { posts, library, until } = openLibrary(found.postsRoot, { site: found })
  await until(() => posts.has('a.md') || posts.has('posts/a.md'), 'the post is listed')
  const ids = [...posts.keys()].map((id) => id.split('/').at(-1) ?? '')
  await library.close()
  const { posts: checked } = await checkFolder({ site: found })
  expect(checked.length).toBeGreaterThan(0)
  await lookAtSite(found)
  return ids
}

describe.runIf(can('named pipes and devices', process.platform === 'linux'))(
  'a site whose files are none',
  () => {
    for (const [kind, make] of Object.entries(kinds)) {
      test(`each in its turn ${kind}`, async () => {
        for (const name of some) {
          noteTrial('Files of a site that are none', { tried: 1 })
          site = await tempSite({ 'posts/a.md': '---\ntitle: A\n---\n\n![x](odd.png)\n' })
          await put(name, make)
          expect(await openSite(), name).toContain('a.md')
          noteTrial('Files of a site that are none', { survived: 1 })
          if (name !== some.at(-1)) await site.remove()
        }
      })

      test(`all of them ${kind}`, async () => {
        site = await tempSite({ 'posts/a.md': '---\ntitle: A\n---\n\n![x](odd.png)\n' })
        for (const name of names) await put(name, make)
        await writeFile(site.path('posts/b.md'), 'B\n')
        expect(await openSite()).toEqual(expect.arrayContaining(['a.md', 'b.md']))
      })
    }
  },
)
