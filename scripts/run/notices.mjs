import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, readJson } from '../setup/files.mjs'

/** The file of third-party notices after a build. */
const noticesFile = 'out/THIRD-PARTY-NOTICES.txt'

/** The folder of the package that a file is from; null for a file of ours.
 * @param {string} path
 */
export const packageFolderOf = (path) =>
  /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1] ?? null

/** @type {Set<string>} */
const folders = new Set()

/**
 * Notes which packages end up in a bundle, and writes the notices of all bundles of this build so far.
 * @returns {import('vite').Plugin}
 */
export const thirdPartyNotices = () => ({
  name: 'third-party-notices',
  apply: 'build',
  generateBundle: (_options, bundle) => {
    for (const file of Object.values(bundle))
      for (const path of filesIn(file)) {
        const folder = packageFolderOf(path.replace(/^\0|\?.*$/g, ''))
        if (folder !== null && existsSync(join(folder, 'package.json'))) folders.add(folder)
      }
    mkdirSync(inProject('out'), { recursive: true })
    writeFileSync(inProject(noticesFile), noticesOf([...folders, ...installedPackages()]))
  },
})

/** The files of packages that are in a file of a bundle: code that was kept, and styles and fonts, which render to nothing.
 * @param {import('vite').Rolldown.OutputAsset | import('vite').Rolldown.OutputChunk} file
 */
const filesIn = (file) =>
  file.type === 'asset'
    ? file.originalFileNames.map((name) => inProject('renderer', name))
    : Object.entries(file.modules)
        .filter(([path, { renderedLength }]) => renderedLength > 0 || /\.(?:css|woff2?)(?:\?|$)/.test(path))
        .map(([path]) => path)

/** The packages that are not bundled because they have native code. */
const installedPackages = () => {
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {Record<string, string> | undefined} wanted */
  const add = (wanted) => {
    for (const name of Object.keys(wanted ?? {})) {
      const folder = inProject('node_modules', name)
      if (found.has(folder) || !existsSync(join(folder, 'package.json'))) continue
      found.add(folder)
      const { dependencies, optionalDependencies } = readJson(join(folder, 'package.json'))
      add({ ...dependencies, ...optionalDependencies })
    }
  }
  add(readJson(inProject('package.json')).dependencies)
  return found
}

/** The notices of packages with their license texts.
 * @param {readonly string[]} packages
 */
export const noticesOf = (packages) => {
  const notices = packages.map((folder) => {
    const about = readJson(join(folder, 'package.json'))
    const author = typeof about.author === 'string' ? about.author : (about.author?.name ?? '')
    const head = [
      `${about.name} ${about.version}`,
      `Licence: ${licenceOf(about)}`,
      ...(author ? [author] : []),
    ]
    return {
      name: `${about.name} ${about.version}`,
      text: [head.join('\n'), ...licenceTexts(folder)].join('\n\n'),
    }
  })
  const unique = [...new Map(notices.map((notice) => [notice.name, notice])).values()]
  const sorted = unique.sort((a, b) => (a.name < b.name ? -1 : 1))
  const line = `\n\n${'-'.repeat(80)}\n\n`
  return `Postwright contains these packages, each under its own licence. Electron and Chromium bring theirs beside the program.${line}${sorted.map(({ text }) => text).join(line)}\n`
}

/** @param {{ license?: string | { type?: string }, licenses?: readonly { type?: string }[] }} about */
const licenceOf = ({ license, licenses }) =>
  (typeof license === 'string' ? license : license?.type) ??
  licenses?.map(({ type }) => type).join(', ') ??
  'not named'

/** @param {string} folder */
const licenceTexts = (folder) =>
  readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice|ofl)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
