/** Code between fences that are longer than any in it. */
export const fenceOf = (code: string, language: string): string => {
  const longest = Math.max(2, ...[...code.matchAll(/^\s*(`{3,})/gm)].map(([, mark = '']) => mark.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code.replace(/^\n|\s+$/g, '')}\n${fence}`
}

const wrappers = /<!--[\s\S]*?-->|<\/?(?:html|body|meta|head)\b[^>]*>|<style[\s\S]*?<\/style>|\s+(?=<)/gi
const codeBlock =
  /^<(pre|div)\b[^>]*style=(["'])(?:(?!\2)[\s\S])*font-family:(?:(?!\2)[\s\S])*(?:mono|courier|consolas|menlo)/i
/** Language names of editors that differ from those of fences. */
const fenceNames: Readonly<Record<string, string>> = {
  typescriptreact: 'tsx',
  javascriptreact: 'jsx',
  shellscript: 'sh',
  csharp: 'cs',
  'c++': 'cpp',
}

/** The language in VS Code's clipboard data; empty if none. */
const modeIn = (editorData: string): string => {
  try {
    const data: unknown = JSON.parse(editorData)
    const mode = typeof data === 'object' && data !== null && 'mode' in data ? String(data.mode) : ''
    const name = fenceNames[mode] ?? mode
    return /^[\w+#.-]{1,40}$/.test(name) && name !== 'plaintext' && name !== 'markdown' ? name : ''
  } catch (error) {
    if (error instanceof SyntaxError) return '' // another program's data of the same type
    throw error
  }
}

/**
 * Code copied from an editor, as a fenced block with its language. Null if the HTML is not from a code editor; empty if
 * it is part of a line, or markdown itself, which is pasted as it is.
 */
export const codeOf = (html: string, plain: string, editorData: string): string | null => {
  const isOfEditor = editorData !== ''
  const body = html.slice(0, 2_000).replace(wrappers, '').trim()
  if (!isOfEditor && !codeBlock.test(body)) return null
  const isMarkdown = isOfEditor && /"mode":\s*"(?:markdown|mdx)"/.test(editorData)
  if (isMarkdown || !plain.trim().includes('\n')) return ''
  return fenceOf(plain, modeIn(editorData))
}
