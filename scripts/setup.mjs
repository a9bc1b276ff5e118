import { pathToFileURL } from 'node:url'
import { ensureElectron, forgetElectron } from './setup/electron.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { ensureSandbox } from './setup/sandbox.mjs'
import { SetupError, say } from './setup/say.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

/** Sets up a clone: packages, Electron and the system libraries it needs. Fast if everything is there.
 * @param {{ forTests?: boolean }} [options]
 */
export const setUp = async ({ forTests = false } = {}) => {
  checkNode(process.versions.node)
  await ensurePackages()
  const electron = await ensureElectron()
  await ensureSystemLibraries(electron.executable, forTests)
  ensureSandbox(electron.folder)
  return electron
}

/** Refuses a Node that the build tools do not run on. @param {string} version */
export const checkNode = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupError(
    `Node ${version} is too old: Postwright is built with Node 20.19 or newer. Get it from nodejs.org.`,
  )
}

/** Ends the process with the message of an expected failure; anything else keeps its stack.
 * @param {unknown} error
 */
export const stopWith = (error) => {
  if (!(error instanceof SetupError)) throw error
  console.error(`\n${error.message}`)
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--retry')) forgetElectron()
  const start = performance.now()
  await setUp().catch(stopWith)
  say(`Ready (${((performance.now() - start) / 1000).toFixed(1)} s). npm start opens the editor.`)
}
