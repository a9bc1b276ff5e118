import type { ConfigurationCode } from '../../../shared/generators/shape/generator'
import { readCodeFile, siteText } from './code-file'
import { filesBelow } from './files-below'

const folders = ['lib', 'utils', 'components', 'app', 'pages', 'helpers', 'services']
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
  const files = await filesBelow(root, [...folders, ...folders.map((name) => `src/${name}`)], {
    name: isCode,
    first: isLikely,
    most: maxFiles,
  })
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
