import { symlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { detectSite } from '../../../electron/site/detect-site'
import { namedStyles, usualStyles } from '../../../electron/site/site-styles'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const next = { 'package.json': '{"dependencies":{"next":"15.0.0"}}', 'posts/a.md': '# a' }
const siteOf = async (files: Record<string, string>) => {
  const temp = await tempSite(files)
  return { files: temp, site: await detectSite(temp.root) }
}

test('the usual style sheet of a site is found', async () => {
  const { site } = await siteOf({
    ...next,
    'styles/globals.css': 'h1 { color: red; background: url(https://x.example/x.png) }',
  })
  expect(await usualStyles(site)).toEqual({
    styles: [{ path: 'styles/globals.css', text: 'h1 { color: red; background: x-url() }', dark: false }],
    problems: [],
  })
})

test('what a sheet refers to is shown when it can only lie inside the site', async () => {
  const { site } = await siteOf({
    ...next,
    'styles/globals.css': `@font-face { font-family: A; src: url('/fonts/a.woff2?v=1#x') }
a { background: url(../img/a.png) } b { background: url(../../a.png) } c { background: url(//x.example/a.png) }
d { background: url(file:///etc/a.png) } e { background: url(javascript:a.png) } f { background: url(a.css) }`,
  })
  const [style] = (await usualStyles(site)).styles
  expect(style?.text.split('\n')).toEqual([
    '@font-face { font-family: A; src: url("asset://style/styles%2Fglobals.css?ref=%2Ffonts%2Fa.woff2%3Fv%3D1%23x") }',
    'a { background: url("asset://style/styles%2Fglobals.css?ref=..%2Fimg%2Fa.png") } b { background: x-url() } c { background: x-url() }',
    'd { background: x-url() } e { background: x-url() } f { background: x-url() }',
  ])
})

test.each([
  '@import "tailwindcss";\n',
  '@tailwind base;\nh1 { color: red }',
  'h1 { @apply text-xl }',
  '---\n---\nh1 { color: red }',
  'h1 { color: {{ site.color }} }',
  "@import './reset.css';\nh1 { color: red }",
  '@import url(base.css);',
  '',
])('a sheet that is nothing alone is left out: %j', async (css) => {
  const { site } = await siteOf({ ...next, 'styles/globals.css': css })
  expect((await usualStyles(site)).styles).toEqual([])
})

test('a sheet with fonts from elsewhere still counts', async () => {
  const css = '@import url("https://fonts.example/a.css");\nh1 { color: red }'
  const { site } = await siteOf({ ...next, 'app/globals.css': css })
  expect((await usualStyles(site)).styles.map(({ text }) => text)).toEqual([
    '@x-import x-url();\nh1 { color: red }',
  ])
})

test('named ones are shown in order, and each that cannot be says why', async () => {
  const { files, site } = await siteOf({
    ...next,
    'a.css': '\ufeffa { b: c }',
    'b.css': 'b { c: d }',
    'theme.txt': 'x',
    'large.css': ' '.repeat(500_001),
  })
  const outside = await tempSite({ 'secret.css': 'x { y: z }' })
  await symlink(outside.path('secret.css'), files.path('link.css'))
  await writeFile(files.path('dir.css.txt'), '')
  const names = ['b.css', 'a.css', 'gone.css', '../x.css', 'link.css', 'theme.txt', 'large.css']
  const { styles, problems } = await namedStyles(site, names)
  expect(styles.map(({ path, text }) => `${path} ${text}`)).toEqual(['b.css b { c: d }', 'a.css a { b: c }'])
  expect(problems).toEqual([
    expect.stringMatching(/gone\.css is not shown: It no longer exists/),
    expect.stringMatching(/\.\.\/x\.css is not shown/),
    expect.stringMatching(/link\.css is not shown: it is outside the site/),
    expect.stringMatching(/theme\.txt is not shown: name a file that ends with \.css/),
    expect.stringMatching(/large\.css is not shown: it is larger than 500 KB/),
  ])
})

test('what a sheet imports from the site stands before it, with its own addresses', async () => {
  const { site } = await siteOf({
    ...next,
    'styles/globals.css': '@import "./parts/reset.css" screen;\n@import url(/theme.css);\nh1 { color: red }',
    'styles/parts/reset.css': '@import "deep.css";\nbody { background: url(paper.png) }',
    'styles/parts/deep.css': '@import "../globals.css";\n@media (prefers-color-scheme: dark) { b { c: d } }',
    'public/theme.css': '@import "https://fonts.example/a.css";\n@import "./parts/../theme.css";\ni { j: k }',
  })
  const { styles, problems } = await usualStyles(site)
  expect(problems).toEqual([])
  expect(styles).toHaveLength(1)
  expect(styles[0]).toMatchObject({ path: 'styles/globals.css', dark: true })
  expect(styles[0]?.text.split('\n').filter((line) => line.trim() !== '')).toEqual([
    '@media screen {',
    '@x-import "../globals.css";',
    '@media (prefers-color-scheme: dark) { b { c: d } }',
    '@x-import "deep.css";',
    'body { background: url("asset://style/styles%2Fparts%2Freset.css?ref=paper.png") }',
    '}',
    '@x-import "https://fonts.example/a.css";',
    '@x-import "./parts/../theme.css";',
    'i { j: k }',
    '@x-import "./parts/reset.css" screen;',
    '@x-import x-url();',
    'h1 { color: red }',
  ])
})

test('an imported sheet that is not there, or needs a build, keeps a usual one away and is a problem of a named one', async () => {
  const { site } = await siteOf({
    ...next,
    'styles/globals.css': '@import "gone.css";\nh1 { color: red }',
    'a.css': '@import "gone.css";\na { b: c }',
    'styles/global.css': '@import "tailwind.css";',
    'styles/tailwind.css': '@tailwind base;',
  })
  expect((await usualStyles(site)).styles).toEqual([])
  const { styles, problems } = await namedStyles(site, ['a.css'])
  expect(styles.map(({ text }) => text)).toEqual(['@x-import "gone.css";\na { b: c }'])
  expect(problems).toEqual(['a.css imports “gone.css”, which is not a style sheet of the site.'])
})

test('what is imported is made safe like its sheet, and so are its conditions', async () => {
  const { site, files } = await siteOf({
    ...next,
    'a.css':
      '@import "b.css" supports(a) { } x { background: url(https://x.example/1.png) } y (;\n@import "../../secret.css";\n@import "link.css";',
    'b.css':
      'b { background: url(https://x.example/2.png) } @import "https://x.example/3.css"; c { src: url("file:///etc/passwd") }',
  })
  const outside = await tempSite({ 'secret.css': 'secret { y: z }' })
  await symlink(outside.path('secret.css'), files.path('link.css'))
  const [style] = (await namedStyles(site, ['a.css'])).styles
  expect(style?.text).not.toMatch(/[^-]url\((?!\))|[^-]import|secret \{/)
})

test('sheets that import each other without end are each read once', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [
      `s${n}.css`,
      `@import "s${n + 1}.css";\n@import "s0.css";\n.s${n} { a: b }`,
    ]),
  )
  const { site } = await siteOf({ ...next, ...many })
  const [style] = (await namedStyles(site, ['s0.css'])).styles
  expect(style?.text.match(/^\.s\d+/gm)).toHaveLength(40)
})
