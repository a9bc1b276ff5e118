import { expect, test } from 'vitest'
import { codeOf } from '../../../../renderer/editor/paste/copied-code'

const vsCode =
  '<meta charset=\'utf-8\'><div style="color: #d4d4d4;background-color: #1e1e1e;font-family: Menlo, Monaco, \'Courier New\', monospace;white-space: pre;"><div><span style="color: #569cd6;">const</span> a</div></div>'
const jetBrains =
  '<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head><body><pre style="background-color:#2b2b2b;color:#a9b7c6;font-family:\'JetBrains Mono\',monospace;font-size:9.8pt;">val a</pre></body></html>'

test('code of an editor is fenced with the language it says', () => {
  expect(codeOf(vsCode, 'const a\nb\n', '{"version":1,"mode":"typescript"}')).toBe(
    '```typescript\nconst a\nb\n```',
  )
  expect(codeOf(vsCode, 'const a\nb', '')).toBe('```\nconst a\nb\n```')
  expect(codeOf(jetBrains, 'val a\nval b', '')).toBe('```\nval a\nval b\n```')
  expect(codeOf(vsCode, '```\nx\n```', '{"mode":"typescriptreact"}')).toBe('````tsx\n```\nx\n```\n````')
})

test('a part of a line, and markdown itself, are pasted as they are', () => {
  expect(codeOf(vsCode, 'const a', '{"mode":"typescript"}')).toBe('')
  expect(codeOf(vsCode, '# a\n\nb', '{"mode":"markdown"}')).toBe('')
})

test('a page is no code, whatever data another program puts beside it', () => {
  expect(codeOf('<p>words</p>', 'a\nb', '')).toBeNull()
  expect(codeOf('<p style="font-family: monospace">words</p>', 'a\nb', '')).toBeNull()
  expect(codeOf(vsCode, 'a\nb', 'not json')).toBe('```\na\nb\n```')
})
