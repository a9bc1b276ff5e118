import { fenceOf } from './fence'

const wrappers = /<!--[\s\S]*?-->|<\/?(?:html|body|meta|head)\b[^>]*>|<style[\s\S]*?<\/style>|\s+(?=<)/gi
const codeBlock =
  /^<(pre|div)\b[^>]*style=(["'])(?:(?!\2)[\s\S])*font-family:(?:(?!\2)[\s\S])*(?:mono|courier|consolas|menlo)/i
/** Names that editors have for what fences call otherwise. */
const fenceNames: Readonly<Record<string, string>> = {
  typescriptreact: 'tsx',
  javascriptreact: 'jsx',
  shellscript: 'sh',
  csharp: 'cs',
  'c++': 'cpp',
}

/** The language that VS Code says with what it copies; empty where it says none. */
const modeIn = (editorData: string): string => {
  try {
    const data: unknown = JSON.parse(editorData)
    const mode = typeof data === 'object' && data !== null && 'mode' in data ? String(data.mode) : ''
    const name = fenceNames[mode] ?? mode
    return /^[\w+#.-]{1,40}$/.test(name) && name !== 'plaintext' && name !== 'markdown' ? name : ''
  } catch (error) {
    if (error instanceof SyntaxError) return '' // another program's data under the same name
    throw error
  }
}

/**
 * What an editor of code copied, as a fence with its language. Null where the HTML is none of an editor's; empty where
 * it is a part of a line, or markdown itself: those are pasted as they are.
 */
export const codeOf = (html: string, plain: string, editorData: string): string | null => {
  const isOfEditor = editorData !== ''
  const body = html.slice(0, 2_000).replace(wrappers, '').trim()
  if (!isOfEditor && !codeBlock.test(body)) return null
  const isMarkdown = isOfEditor && /"mode":\s*"(?:markdown|mdx)"/.test(editorData)
  if (isMarkdown || !plain.trim().includes('\n')) return ''
  return fenceOf(plain, modeIn(editorData))
}
