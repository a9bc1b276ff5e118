import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'

// The floor of `postwright check`: every post of a folder read and parsed by markdown-it, and nothing else.
const md = new MarkdownIt({ html: true, linkify: true })
let tokens = 0
for (const entry of readdirSync(process.argv[2] ?? '.', { recursive: true, withFileTypes: true }))
  if (entry.isFile() && entry.name.endsWith('.md'))
    tokens += md.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'), {}).length
if (tokens === 0) throw new Error('The floor read nothing')
