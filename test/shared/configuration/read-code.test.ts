import { describe, expect, test } from 'vitest'
import {
  Called,
  type CodeValue,
  chainOf,
  configurationOf,
  Named,
  packageOf,
  plainOf,
} from '../../../shared/configuration/code-values'
import { importedPaths, readCode } from '../../../shared/configuration/read-code'
import { fc } from '../../support/properties'

const configured = (code: string, files?: Readonly<Record<string, string>>): unknown => {
  const imported = Object.entries(files ?? {}).map(
    ([path, text]) => [path, { text, imports: new Map() }] as const,
  )
  const read = readCode(code, new Map(imported))
  return read && plainOf(configurationOf(read.exported))
}

describe('the configuration that code exports', () => {
  test.each([
    [
      "export default defineConfig({ site: 'https://e.org', base: '/docs' })",
      { site: 'https://e.org', base: '/docs' },
    ],
    ["export default {base:'/docs'}", { base: '/docs' }],
    ["module.exports = { output: 'export', basePath: '/docs' }", { output: 'export', basePath: '/docs' }],
    ["module.exports.basePath = '/docs'", { basePath: '/docs' }],
    ["exports.basePath = '/docs'; exports.output = 'export'", { output: 'export', basePath: '/docs' }],
    [
      "const config = { a: 1 }\nconfig.basePath = '/docs'\nexport default config",
      { a: 1, basePath: '/docs' },
    ],
    [
      "const config = {}\nconfig.i18n = {}\nconfig.i18n.locale = 'de'\nmodule.exports = config",
      { i18n: { locale: 'de' } },
    ],
    ["// base: '/old',\nexport default { /* base: '/older', */ base: '/docs' }", { base: '/docs' }],
    ["export default { base: '/docs' // , base: '/old'\n}", { base: '/docs' }],
    ['const s = "base: \'/no\'"; export default { s }', { s: "base: '/no'" }],
    ["const base = '/docs'; export default { base }", { base: '/docs' }],
    [`const name = 'docs'; export default { base: \`/\${name}/x\` }`, { base: '/docs/x' }],
    ["const a = 'a'; const b = a + '/b'; export default { base: '/' + b }", { base: '/a/b' }],
    [
      "const shared = { base: '/docs' }; export default { ...shared, title: 'x' }",
      { base: '/docs', title: 'x' },
    ],
    ["export default { ...{ base: '/docs' } }", { base: '/docs' }],
    ["export default { ...theirs(), base: '/docs' }", { base: '/docs' }],
    ["module.exports = function (c) { return { dir: { input: 'src' } } }", { dir: { input: 'src' } }],
    ["export default async (c) => ({ dir: { input: 'src' } })", { dir: { input: 'src' } }],
    ["export default function (c) { if (c) { return { pathPrefix: '/x/' } } }", { pathPrefix: '/x/' }],
    [
      "module.exports = (phase) => { const nextConfig = { basePath: '/x' }; return nextConfig }",
      { basePath: '/x' },
    ],
    [
      "const withMDX = require('@next/mdx')({ extension: /x/ }); module.exports = withMDX({ basePath: '/x' })",
      { basePath: '/x' },
    ],
    ["module.exports = withA(withB(nextConfig)); const nextConfig = { basePath: '/x' }", { basePath: '/x' }],
    [
      "const isProd = process.env.NODE_ENV === 'production'; export default { basePath: isProd ? '/x' : '' }",
      { basePath: '/x' },
    ],
    ["export default { site: process.env.SITE || 'https://e.org' }", { site: 'https://e.org' }],
    ["export default { site: process.env.SITE ?? 'https://e.org' }", { site: 'https://e.org' }],
    ['export default { site: process.env.SITE }', {}],
    ["export default { base: process.env.CI && '/x' }", {}],
    ["export default { base: random() ? '/a' : '/b', title: 'x' }", { title: 'x' }],
    ["let base = '/a'; base = '/b'; export default { base, title: 'x' }", { title: 'x' }],
    ["const config: Config = { base: '/x' }; export default config satisfies Config", { base: '/x' }],
    ["import type { C } from 'c'; const c = <C>{ base: '/x' } as const; export default c!", { base: '/x' }],
    ["interface A { base: string }\nexport default { base: '/x' } as A", { base: '/x' }],
    ["export = { base: '/x' }", { base: '/x' }],
    ["const { base } = { base: '/x' }; export default { base }", { base: '/x' }],
    [
      "const c = { a: { b: ['x', 'y'] } }; export default { v: c.a.b[1], w: c['a'].b[0] }",
      { v: 'y', w: 'x' },
    ],
    [
      "import path from 'node:path'; export default { p: path.join(__dirname, 'content', 'blog') }",
      { p: './content/blog' },
    ],
    ["const { resolve } = require('path'); module.exports = { p: resolve(__dirname, 'a') }", { p: './a' }],
    [
      "import { fileURLToPath } from 'url'; export default { p: fileURLToPath(new URL('./src', import.meta.url)) }",
      { p: './src' },
    ],
    [`export default { p: \`\${__dirname}/content/blog\` }`, { p: './content/blog' }],
    ["export default { a: [...['x'], y && 'z', 'w'].filter(Boolean) }", { a: ['x', undefined, 'w'] }],
    ["function build() { return { base: '/x' } }\nexport default build()", { base: '/x' }],
    ["export default (() => ({ base: '/x' }))()", { base: '/x' }],
    ["const config = { base: '/x' }; export { config as default }", { base: '/x' }],
    ["export default Object.assign({}, { a: 1 }, { base: '/x' })", { a: 1, base: '/x' }],
    ["export default Object.freeze({ base: '/x' })", { base: '/x' }],
    ["#!/usr/bin/env node\n'use strict'\nmodule.exports = { base: '/x' }", { base: '/x' }],
    ["const base = '/x'; function f(base) { return base } export default { base }", { base: '/x' }],
    ["export default { get base() { return '/x' }, __proto__: { a: 1 }, ['b' + 'c']: 2 }", { bc: 2 }],
    ['const a = { b }; const b = { a }; export default { a, x: 1 }', { a: { b: {} }, x: 1 }],
  ])('%s', (code, expected) => expect(configured(code)).toEqual(expected))

  test('what a file of the site exports stands in its place', () => {
    const files = {
      './src/consts': "export const SITE = { url: 'https://e.org', base: '/x' }\nexport default 'whole'",
      './site.json': '{"title":"T"}',
      './old': "module.exports = { lang: 'de' }",
    }
    const code =
      "import whole, { SITE } from './src/consts'; import site from './site.json'; const old = require('./old')\n" +
      'export default { site: SITE.url, base: SITE.base, whole, title: site.title, lang: old.lang, gone: gone.x }'
    expect(importedPaths(code)).toEqual(['./src/consts', './site.json', './old'])
    expect(configured(code, files)).toEqual({
      site: 'https://e.org',
      base: '/x',
      whole: 'whole',
      title: 'T',
      lang: 'de',
    })
    expect(
      configured("import a from './a'; export default { a, b: 1 }", { './a': 'export default {' }),
    ).toEqual({ b: 1 })
  })
})

const calledIn = (code: string) => readCode(code)?.calls ?? []
const shown = (value: CodeValue): unknown => {
  if (value instanceof Named) return value.from === null ? value.name : `${value.from}#${value.name}`
  if (value instanceof Called)
    return [shown(value.on), ...(value.method === null ? [] : [value.method]), value.args.map(shown)]
  return Array.isArray(value) ? value.map(shown) : plainOf(value)
}

describe('the calls in code, with what they are given', () => {
  test('of an Eleventy configuration', () => {
    const calls = calledIn(`
      const markdownIt = require('markdown-it')
      const footnote = require("markdown-it-footnote")
      module.exports = function (eleventyConfig) {
        eleventyConfig.setInputDirectory('src')
        // eleventyConfig.addPassthroughCopy('old')
        eleventyConfig.addPassthroughCopy({ 'media/static': '/' })
        const options = { html: true, breaks: false }
        const md = markdownIt(options).use(footnote).use(require('markdown-it-anchor'), { level: 2 })
        md.use(footnote)
        eleventyConfig.setLibrary('md', md)
        eleventyConfig.amendLibrary('md', (lib) => lib.use(footnote))
      }`)
    const md = ['markdown-it#*', [{ html: true, breaks: false }]]
    const chained = [[md, 'use', ['markdown-it-footnote#*']], 'use', ['markdown-it-anchor#*', { level: 2 }]]
    expect(calls.map(shown)).toEqual(
      expect.arrayContaining([
        ['eleventyConfig', 'setInputDirectory', ['src']],
        ['eleventyConfig', 'addPassthroughCopy', [{ 'media/static': '/' }]],
        [chained, 'use', ['markdown-it-footnote#*']],
        ['eleventyConfig', 'setLibrary', ['md', chained]],
        ['lib', 'use', ['markdown-it-footnote#*']],
      ]),
    )
    expect(calls.map(shown)).not.toContainEqual(['eleventyConfig', 'addPassthroughCopy', ['old']])
    const set = calls.find(({ method }) => method === 'setLibrary')
    const { start, steps } = chainOf(set?.args[1])
    expect(packageOf(start)).toBe('markdown-it')
    expect(steps.map(({ args }) => packageOf(args[0]))).toEqual([
      'markdown-it-footnote',
      'markdown-it-anchor',
    ])
    // Values that share an object are the same object.
    expect(calls.find(({ on, method }) => method === 'use' && on === set?.args[1])).toBeDefined()
  })

  test('the plugins of a list keep their packages and options', () => {
    const read = readCode(`
      import { defineConfig } from 'astro/config'
      import mdx from '@astrojs/mdx'
      import remarkMath from 'remark-math'
      import { remarkAlert as alerts } from 'remark-github-blockquote-alert'
      export default defineConfig({
        integrations: [mdx()],
        markdown: { remarkPlugins: [remarkMath, [alerts, { legacyTitle: true }], 'remark-emoji', local] },
      })
      const local = () => (tree) => tree`)
    const config = configurationOf(read?.exported)
    const { markdown, integrations } = config as unknown as {
      readonly markdown: { readonly remarkPlugins: readonly CodeValue[] }
      readonly integrations: readonly CodeValue[]
    }
    expect(markdown.remarkPlugins.slice(0, 3).map(shown)).toEqual([
      'remark-math#default',
      ['remark-github-blockquote-alert#remarkAlert', { legacyTitle: true }],
      'remark-emoji',
    ])
    expect(packageOf(integrations[0])).toBe('@astrojs/mdx')
    expect(packageOf(markdown.remarkPlugins[3])).toBeNull()
  })
})

test('a JSX element is a call of its component with its attributes', () => {
  const code = `import Markdown from 'react-markdown'
const plugins = ['a', 'b'] as const
export const Post = ({ text }: { text: string }) => (
  <main><Markdown remarkPlugins={plugins} skipHtml className="x" {...{ more: 1 }}>{text}</Markdown></main>
)`
  const [element] = calledIn(code)
  expect(element && packageOf(element.on)).toBe('react-markdown')
  expect(element?.args).toEqual([
    { remarkPlugins: ['a', 'b'], skipHtml: true, className: 'x', '...': { more: 1 } },
  ])
})

describe('code that is no configuration', () => {
  test.each([
    ['', undefined],
    ['export default {', null],
    ['<html></html>', undefined],
    ['<html><p></html>', null],
    [`export default ${'['.repeat(50_000)}`, null],
    [`export default { a: ${'"x"+'.repeat(30_000)}"y" }`, 'anything'],
    [`const a = 1 // ${'x'.repeat(400_000)}`, null],
    [
      `${Array.from({ length: 60 }, (_, n) => `const a${n + 1} = [a${n}, a${n}]`).join(';')}; const a0 = 1; export default { a: a60 }`,
      'anything',
    ],
    ['const f = () => f(); export default f()', 'anything'],
    ['export default import("x")', 'anything'],
  ])('%#', (code, expected) => {
    const read = readCode(code)
    if (expected === null) expect(read).toBeNull()
    else if (expected === undefined) expect(read).toEqual({ exported: undefined, named: {}, calls: [] })
    else expect(read === null || configurationOf(read.exported) !== undefined).toBe(true)
  })

  test('any text is read or refused, and never runs', () => {
    const piece = fc.constantFrom(
      'export default',
      ' {',
      '}',
      '(',
      ')',
      'a',
      '=>',
      ' const ',
      '=',
      '`${',
      '`',
      "'",
      '...',
      '.use(',
      'require(',
      'import ',
      ' from ',
      'async ',
      '/',
      '\n',
      'x:',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const read = readCode(pieces.join(''))
        return read === null || Array.isArray(read.calls)
      }),
      { numRuns: 400 },
    )
    expect(
      configured('globalThis.ran = true; export default { ran: (() => { globalThis.ran = true })() }'),
    ).toEqual({})
    expect('ran' in globalThis).toBe(false)
  })
})
