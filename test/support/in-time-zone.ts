import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** A module bundled as one file that other processes can import. */
export interface Bundled {
  /** Runs code in a process with that time zone and returns its result; the module is `subject` there. */
  readonly run: (zone: string, code: string) => unknown
  readonly remove: () => void
}

/** Bundles a module for processes in other time zones, because a time zone applies to a whole process. */
export const bundleFor = async (entry: string): Promise<Bundled> => {
  const folder = mkdtempSync(join(tmpdir(), 'postwright-zone-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: () => 'subject.mjs' },
    },
  })
  return {
    run: (zone, code) => {
      const script = join(folder, 'run.mjs')
      writeFileSync(
        script,
        `import * as subject from './subject.mjs'\nconst run = () => { ${code} }\nconsole.log(JSON.stringify(run()))\n`,
      )
      const env = { ...process.env, TZ: zone, ELECTRON_RUN_AS_NODE: '1' }
      return JSON.parse(execFileSync(process.execPath, [script], { env, encoding: 'utf8' }))
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
