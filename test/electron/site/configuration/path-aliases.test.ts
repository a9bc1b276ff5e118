import { afterEach, expect, test } from 'vitest'
import { detectSite } from '../../../../electron/site/detect-site'
import { type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite
afterEach(() => site?.remove())

const using = (name: string) => ({ 'package.json': `{"dependencies":{"${name}":"1"}}` })
const folders = { 'src/assets/': '', 'src/content/': '', 'app/': '', 'lib/': '' }
const post = '---\ntitle: A\n---\n\nText\n'

/** The aliases as `prefix: folders`. */
const aliases = async (files: Readonly<Record<string, string>>, open = '.') => {
  site = await tempSite({ ...folders, ...files })
  const { addresses } = await detectSite(site.path(open))
  return (addresses?.aliases ?? []).map(({ prefix, folders: all }) => `${prefix}: ${all.join(' ')}`)
}

test.each([
  [
    'paths of tsconfig.json with comments and commas at the end',
    {
      ...using('astro'),
      'tsconfig.json':
        '{ // of the site\n "extends": "astro/tsconfigs/strict", "compilerOptions": { "baseUrl": ".", "paths": { "@assets/*": ["src/assets/*"], "~/*": ["./src/*",], }, }, }\n',
    },
    ['@assets/: src/assets', '~/: src', ': .'],
  ],
  [
    'jsconfig.json, relative to itself without baseUrl',
    { ...using('next'), 'jsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./*"]}}}' },
    ['@/: .'],
  ],
  [
    'baseUrl is the base of paths',
    {
      ...using('astro'),
      'tsconfig.json': '{"compilerOptions":{"baseUrl":"src","paths":{"@content/*":["content/*"]}}}',
    },
    ['@content/: src/content', ': src'],
  ],
  [
    'a configuration that extends itself again and again',
    { ...using('astro'), 'tsconfig.json': JSON.stringify({ extends: Array(500).fill('./tsconfig') }) },
    [],
  ],
  [
    'a configuration that extends itself again and again, and another one',
    {
      ...using('astro'),
      'tsconfig.json': JSON.stringify({ extends: ['./base', ...Array(500).fill('./tsconfig')] }),
      'base.json': JSON.stringify({
        extends: Array(500).fill('./tsconfig'),
        compilerOptions: { paths: { '@/*': ['./src/*'] } },
      }),
    },
    ['@/: src'],
  ],
  [
    'a configuration that another extends',
    {
      ...using('astro'),
      'tsconfig.json': '{"extends":["./config/base"]}',
      'config/base.json': '{"compilerOptions":{"paths":{"@/*":["../src/*"]}}}',
    },
    ['@/: src'],
  ],
  [
    'several folders, patterns for single files, and folders that are missing',
    {
      ...using('astro'),
      'tsconfig.json':
        '{"compilerOptions":{"paths":{"@/*":["./src/*","./lib/*","./none/*"],"@logo":["./src/logo.png"],"#x/*":["./nowhere/*"],"@*.css":["./src/*.css"]}}}',
    },
    ['@/: src lib'],
  ],
  [
    'aliases of Vite in the configuration of Astro, by URL, by path and as a list',
    {
      ...using('astro'),
      'astro.config.mjs':
        "import { fileURLToPath } from 'node:url'\nimport path from 'node:path'\nexport default { vite: { resolve: { alias: [{ find: '@', replacement: fileURLToPath(new URL('./src', import.meta.url)) }, { find: '~assets/', replacement: path.resolve(__dirname, 'src/assets') }, { find: /x/, replacement: '/lib' }] } } }",
    },
    ['@/: src', '~assets/: src/assets'],
  ],
  [
    'VitePress: the source folder, and what its configuration adds',
    {
      ...using('vitepress'),
      'docs/.vitepress/config.ts':
        "import { fileURLToPath } from 'url'\nexport default { vite: { resolve: { alias: { '@parts': fileURLToPath(new URL('../parts', import.meta.url)), '@lib': '/lib' } } } }",
      'docs/parts/a.md': 'x',
    },
    ['@parts/: docs/parts', '@lib/: lib', '@/: docs'],
  ],
  [
    'VuePress',
    {
      ...using('vuepress'),
      'docs/.vuepress/config.js':
        "const path = require('path')\nmodule.exports = { configureWebpack: { resolve: { alias: { '@img': path.resolve(__dirname, '../img') } } } }",
      'docs/img/': '',
      'docs/a.md': post,
    },
    ['@img/: docs/img', '@source/: docs'],
  ],
  [
    'Gatsby: in gatsby-node and by a plugin',
    {
      ...using('gatsby'),
      'gatsby-config.js':
        "const path = require('path')\nmodule.exports = { plugins: [{ resolve: 'gatsby-plugin-root-import', options: { '~': path.join(__dirname, 'src') } }] }",
      'gatsby-node.js':
        "const path = require('path')\nexports.onCreateWebpackConfig = ({ actions }) => { actions.setWebpackConfig({ resolve: { alias: { '@': path.resolve(__dirname, 'src') } } }) }",
    },
    ['~/: src', '@/: src'],
  ],
  [
    'Nuxt',
    {
      ...using('nuxt'),
      'nuxt.config.ts': 'export default { alias: { "@lib": "./lib" } }',
      'content/a.md': post,
    },
    ['~/: app', '@/: app', '~~/: .', '@@/: .', '@lib/: lib'],
  ],
  [
    'SvelteKit',
    { 'svelte.config.js': 'export default {}', 'src/lib/': '', 'a.md': post },
    ['$lib/: src/lib'],
  ],
  ['Docusaurus', { ...using('@docusaurus/core'), 'blog/a.md': post }, ['@site/: .']],
  ['a broken tsconfig.json', { ...using('astro'), 'tsconfig.json': '{"compilerOptions": ' }, []],
  ['a loop', { ...using('astro'), 'tsconfig.json': '{"extends":"./tsconfig.json"}' }, []],
  [
    'Hugo has no bundler',
    { 'hugo.toml': '', 'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./*"]}}}' },
    [],
  ],
])('%s', async (_name, files, expected) => expect(await aliases(files)).toEqual(expected))

test('aliases of a site in a subfolder of its repository', async () => {
  const found = await aliases(
    {
      '.git/': '',
      'website/package.json': '{"dependencies":{"@docusaurus/core":"3"}}',
      'website/docusaurus.config.js': 'module.exports = {}',
      'website/blog/2024-01-02-a.md': post,
      'docs/a.md': post,
    },
    'docs',
  )
  expect(found).toEqual(['@site/: website'])
})
