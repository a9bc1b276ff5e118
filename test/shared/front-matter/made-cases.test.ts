import { describe, expect, test } from 'vitest'
import { editField } from '../../../shared/front-matter/edit/edit'
import { yamlEditor } from '../../../shared/front-matter/edit/yaml/edit'
import { splitPost } from '../../../shared/front-matter/read/split'
import { editBytes } from '../../support/edit-bytes'
import { hasCorpus, madeCases } from '../../support/front-matter-corpus'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const setFeatured = (text: string) =>
  yamlEditor.set({ text, split: splitPost(text), path: ['isFeatured'], style: {} }, true)

/** One new line, and every other byte unchanged. */
const hasOneLineMore = (before: Uint8Array, after: Uint8Array, line: string): boolean => {
  const [a, b] = [hex(before), hex(after)]
  const at = b.indexOf(line)
  return (
    at >= 0 && [`${line}\n`, `${line}\r\n`].some((whole) => b.slice(0, at) + b.slice(at + whole.length) === a)
  )
}

describe.runIf(hasCorpus())('the made cases, one by one', () => {
  const cases = hasCorpus() ? madeCases() : []
  test.each(cases.map((made) => [made.id, made] as const))('%s', (_, made) => {
    const result = editBytes(made.bytes, setFeatured)
    if (result.kind === 'refused') {
      expect(made.expect, result.reason).toMatch(/^refuse/)
      expect(result.reason).not.toBe('')
      return
    }
    // Hugo, Astro and Hexo read front matter below a blank line, so it is edited like any other.
    if (made.id !== 'leading-blank-line') expect(made.expect).not.toBe('refuse')
    if (made.expected) expect(hex(result.bytes)).toBe(hex(made.expected))
    else if (made.id === 'leading-blank-line')
      expect(hex(result.bytes)).toBe(hex(made.bytes).replace('isFeatured: false', 'isFeatured: true'))
    else expect(hasOneLineMore(made.bytes, result.bytes, 'isFeatured: true')).toBe(true)
  })

  test('there are 97 of them', () => expect(cases).toHaveLength(97))
})

// The manifest is for YAML. Scalars in TOML and JSON are edited just as exactly.
test('a TOML head is edited in its own bytes', () => {
  const edited = editBytes(Buffer.from('+++\ntitle = "x"\nisFeatured = false\n+++\nbody\n'), (text) =>
    editField(text, 'isFeatured', true),
  )
  expect(edited.kind === 'bytes' && hex(edited.bytes)).toBe(
    '+++\ntitle = "x"\nisFeatured = true\n+++\nbody\n',
  )
})

test('a JSON head is edited in its own bytes', () => {
  const edited = editBytes(Buffer.from('{\n"title":"x","isFeatured":false\n}\nbody\n'), (text) =>
    editField(text, 'isFeatured', true),
  )
  expect(edited.kind === 'bytes' && hex(edited.bytes)).toBe('{\n"title":"x","isFeatured":true\n}\nbody\n')
})
