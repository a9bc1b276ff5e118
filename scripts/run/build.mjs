import { existsSync } from 'node:fs'
import { fileSizes, fingerprint, hasFiles, inProject, readJson, root, writeJson } from '../setup/files.mjs'
import { SetupError, say } from '../setup/say.mjs'
import { run } from './child.mjs'

const stampFile = inProject('.cache/build.json')
const sources = [
  'electron',
  'shared',
  'renderer',
  'electron.vite.config.ts',
  'scripts/run/notices.mjs',
  'package.json',
  'package-lock.json',
]
const outputs = ['main', 'preload', 'renderer']

/** Builds the app into out/ if a source is newer, or a part of it is missing. */
export const ensureBuilt = async () => {
  if (isBuilt()) return
  await build()
}

/** Builds the app into out/. */
export const build = async () => {
  const before = fingerprint(sources, root)
  say('Building the app')
  const code = await run(
    process.execPath,
    [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'error'],
    {
      cwd: root,
    },
  )
  if (code !== 0) throw new SetupError(`The build failed (${code}); see above.`)
  writeJson(stampFile, { sources: before, files: builtFiles() })
}

const isBuilt = () => {
  /** @type {{ sources: string, files: Record<string, number> } | null} */
  const stamp = readJson(stampFile)
  if (!stamp || !existsSync(inProject('out/main/main.js'))) return false
  return stamp.sources === fingerprint(sources, root) && hasFiles(inProject('out'), stamp.files)
}

const builtFiles = () => {
  /** @type {Record<string, number>} */
  const files = {}
  for (const part of outputs) {
    for (const [name, size] of Object.entries(fileSizes(inProject('out', part))))
      files[`${part}/${name}`] = size
  }
  return files
}
