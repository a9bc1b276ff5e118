import { resolve } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { thirdPartyNotices } from './scripts/run/notices.mjs'
import { languageNames } from './shared/markdown/code/code-languages'
import { english } from './shared/texts/english'

const here = (path: string) => resolve(import.meta.dirname, path)

// gray-matter asks for `fs` only in matter.read(), which we never call; the renderer has no such module.
const withoutFs = { fs: here('shared/front-matter/read/no-fs.ts') }

// Functions keep their names: rules of markdown-it are found by them, and errors tell them.
const keepNames = { function: true, class: true }
const minify = { compress: { keepNames }, mangle: { keepNames: true }, codegen: true }

// A grammar is built once, for the window's workers and for the export alike; C++ alone has 800 KB.
const grammar = /^@shikijs\/langs\/(.+)$/
const grammarsAt = (folder: string) => ({
  external: grammar,
  output: { minify, paths: (id: string) => id.replace(grammar, `${folder}/grammars/$1.js`) },
})
const grammarInputs = Object.fromEntries(
  languageNames.map((name) => [`grammars/${name}`, here(`node_modules/@shikijs/langs/dist/${name}.mjs`)]),
)

// Chromium takes WOFF2: the older formats that a style sheet names beside it would only lie in the package.
const olderFont = /,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\(["']?(?:woff|truetype)["']?\)/g
const fontsInWoff2: Plugin = {
  name: 'fonts-in-woff2',
  generateBundle: (_options, bundle) => {
    for (const [name, file] of Object.entries(bundle)) {
      if (/\.(?:woff|ttf)$/.test(name)) delete bundle[name]
      else if (file.type === 'asset' && name.endsWith('.css'))
        file.source = String(file.source).replace(olderFont, '')
    }
  },
}

// The texts are compiled here, so that the app starts without the compiler and reads them at once.
const texts = Object.entries(english).flatMap(([hall, messages]) =>
  Object.entries<string>(messages).map(([name, message]) => [
    `${hall}.${name}`,
    compileMessageOrThrow(message),
  ]),
)
const compiledTexts: Plugin = {
  name: 'compiled-texts',
  apply: 'build',
  load: {
    filter: { id: /shared\/texts\/compiled\.ts$/ },
    handler: () => `const texts = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(texts)))})
export const compiledMessage = (key) => texts[key]`,
  },
}

// The package marks the calls that bind its keys as free of effects, and a bundler would leave them out.
const emacsCommands = {
  name: 'emacs-commands',
  transform: (code, id) =>
    id.includes('@replit/codemirror-emacs')
      ? { code: code.replaceAll('/*@__PURE__*/EmacsHandler.', 'EmacsHandler.'), map: null }
      : undefined,
} satisfies Plugin

// CodeMirror leaves most of a very long line undrawn, but before its first measurement it puts a box of that height on its
// side, although lines wrap. It then takes the line for short and draws all of it: 11 to 40 seconds for 20 MB.
const sideways = 'gap.draw(this, false)'
const uprightGaps = {
  name: 'upright-gaps',
  transform: (code, id) => {
    if (!/@codemirror\/view\/dist\/index\.js/.test(id)) return undefined
    if (!code.includes(sideways))
      throw new Error(`@codemirror/view no longer contains ${sideways}: drop this plugin`)
    return { code: code.replace(sideways, 'gap.draw(this, guessWrapping)'), map: null }
  },
} satisfies Plugin

// Lingui parses messages at run time unless it is told that this is a production build; ours are compiled above.
const production = { 'process.env.NODE_ENV': JSON.stringify('production') }

export default defineConfig(({ command }) => ({
  main: {
    ...(command === 'build' && { define: production }),
    plugins: [compiledTexts, thirdPartyNotices()],
    build: {
      minify: true,
      rollupOptions: {
        ...(command === 'build' && grammarsAt('../../renderer')),
        input: {
          main: here('electron/main.ts'),
          'library-process': here('electron/library/process/library-process.ts'),
          'thumbnail-process': here('electron/assets/thumbnails/thumbnail-process.ts'),
          cli: here('electron/cli.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [thirdPartyNotices()],
    build: {
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: here('electron/preload.ts') },
        output: { minify, format: 'cjs', entryFileNames: '[name].cjs' }, // a sandboxed preload must be CommonJS
      },
    },
  },
  renderer: {
    root: here('renderer'),
    resolve: { alias: withoutFs },
    // The development server bundles packages before, without the plugins of the page.
    optimizeDeps: { rolldownOptions: { plugins: [emacsCommands, uprightGaps] } },
    plugins: [react(), emacsCommands, uprightGaps, compiledTexts, fontsInWoff2, thirdPartyNotices()],
    worker: {
      format: 'es',
      plugins: () => [compiledTexts, thirdPartyNotices()],
      rollupOptions: command === 'build' ? grammarsAt('..') : {},
    },
    // The policy of the window loads fonts from files only, so none may be put into the style sheet.
    build: {
      assetsInlineLimit: 0,
      minify: true,
      rollupOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify,
          entryFileNames: ({ name }) =>
            name.startsWith('grammars/') ? '[name].js' : 'assets/[name]-[hash].js',
        },
        input: {
          ...grammarInputs,
          index: here('renderer/index.html'),
          preview: here('renderer/preview/preview.html'),
          diagram: here('renderer/preview/diagram.html'),
          'remote-preview': here('renderer/preview/remote-preview.html'),
        },
      },
    },
  },
}))
