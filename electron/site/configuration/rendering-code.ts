import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConfigurationCode } from '../../../shared/generators/shape/generator'
import { readCodeFile, siteText } from './code-file'

const folders = ['lib', 'utils', 'components', 'app', 'pages', 'helpers', 'services']
const deepest = 4
const maxFolders = 80
const maxFiles = 60
const maxParsed = 8
const largest = 60_000

const isCode = /\.[cm]?[jt]sx?$/
/** Names of files that render posts come first, as only so many files are read. */
const isLikely = /markdown|mdx?|remark|render|post|blog|article|prose|content|html/i
const renderers =
  /(?:from|require\(|import\()\s*['"](?:react-markdown|unified|remark|rehype|marked|markdown-it|next-mdx-remote|mdx-bundler)(?:\/[\w-]+)?['"]/

/** The code of a site that calls a markdown renderer: a few files of its usual folders, read and never run. */
export const findRenderingCode = async (root: string): Promise<readonly ConfigurationCode[]> => {
  const files = await codeFiles(root)
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await siteText(root, file) })))
  const found: ConfigurationCode[] = []
  for (const { file, text } of texts) {
    if (text === null || text.length > largest || !renderers.test(text)) continue
    const code = await readCodeFile(root, file, text)
    if (code !== null) found.push({ file, code })
    if (found.length === maxParsed) break
  }
  return found
}

const codeFiles = async (root: string): Promise<readonly string[]> => {
  const queue = [...folders, ...folders.map((name) => `src/${name}`)].map((folder) => ({ folder, depth: 0 }))
  const found: string[] = []
  for (let seen = 0; seen < maxFolders; seen += 1) {
    const next = queue.shift()
    if (next === undefined) break
    const { folder, depth } = next
    for (const entry of await entriesIn(join(root, folder))) {
      const path = `${folder}/${entry.name}`
      if (entry.isFile() && isCode.test(entry.name)) found.push(path)
      else if (entry.isDirectory() && depth < deepest && !/^(?:[.]|node_modules$)/.test(entry.name))
        queue.push({ folder: path, depth: depth + 1 })
    }
  }
  const [likely, others] = [
    found.filter((path) => isLikely.test(path)),
    found.filter((path) => !isLikely.test(path)),
  ]
  return [...likely, ...others].slice(0, maxFiles)
}

// A folder that is missing or not accessible has no code.
const entriesIn = (path: string): Promise<readonly Dirent[]> =>
  readdir(path, { withFileTypes: true }).catch(() => [])
