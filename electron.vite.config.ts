import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string) => resolve(import.meta.dirname, path)

// gray-matter asks for `fs` only in matter.read(), which we never call; the renderer has no such module.
const withoutFs = { fs: here('shared/front-matter/read/no-fs.ts') }

export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          main: here('electron/main.ts'),
          'library-process': here('electron/library/process/library-process.ts'),
          cli: here('electron/cli.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: here('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }, // a sandboxed preload must be CommonJS
      },
    },
  },
  renderer: {
    root: here('renderer'),
    resolve: { alias: withoutFs },
    plugins: [react()],
    worker: { format: 'es' },
    // The policy of the window loads fonts from files only, so none may be put into the style sheet.
    build: {
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: here('renderer/index.html'),
          preview: here('renderer/preview/preview.html'),
          'remote-preview': here('renderer/preview/remote-preview.html'),
        },
      },
    },
  },
})
