import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createIgnoreRules, type IsIgnored } from '../../../../electron/library/files/ignore-rules'
import { withTempFolder } from '../../../support/temp-folder'

const temp = withTempFolder()

const rulesOf = (files: Readonly<Record<string, string>>, postsFolder = 'posts'): IsIgnored => {
  for (const [path, text] of Object.entries(files)) {
    const file = join(temp(), path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return createIgnoreRules(temp(), postsFolder)
}

test('a .gitignore counts for its own folder and those below, as Git takes it', () => {
  const isIgnored = rulesOf({
    'posts/2024/.gitignore': 'secret.md\n/here.md\ndrafts/\n',
    'posts/2024/may/.gitignore': '*.tmp.md\n',
  })
  expect(isIgnored('2024/secret.md', false)).toBe('git')
  expect(isIgnored('2024/may/secret.md', false)).toBe('git')
  expect(isIgnored('2024/here.md', false)).toBe('git')
  expect(isIgnored('2024/may/here.md', false)).toBe(false)
  expect(isIgnored('2024/drafts', true)).toBe('git')
  expect(isIgnored('2024/drafts', false)).toBe(false)
  expect(isIgnored('2024/drafts/a.md', false)).toBe('git')
  expect(isIgnored('2024/may/drafts/deep/a.md', false)).toBe('git')
  expect(isIgnored('2024/may/a.tmp.md', false)).toBe('git')
  expect(isIgnored('2024/a.tmp.md', false)).toBe(false)
  expect(isIgnored('secret.md', false)).toBe(false)
  expect(isIgnored('2023/secret.md', false)).toBe(false)
})

test('the inner file has the last word, but for what is in an ignored folder', () => {
  const isIgnored = rulesOf({
    '.gitignore': '*.draft.md\nprivate/\n',
    'posts/.gitignore': '!shown.draft.md\n',
    'posts/open/.gitignore': '!*.draft.md\nno.draft.md\n',
    'posts/private/.gitignore': '!a.md\n!private/\n',
  })
  expect(isIgnored('a.draft.md', false)).toBe('git')
  expect(isIgnored('shown.draft.md', false)).toBe(false)
  expect(isIgnored('open/a.draft.md', false)).toBe(false)
  expect(isIgnored('open/no.draft.md', false)).toBe('git')
  expect(isIgnored('private', true)).toBe('git')
  expect(isIgnored('private/a.md', false)).toBe('git')
})

test('nothing comes back where the posts folder itself is ignored', () => {
  const isIgnored = rulesOf({ '.gitignore': 'posts/\n', 'posts/.gitignore': '!*.md\n' })
  expect(isIgnored('a.md', false)).toBe('git')
  expect(isIgnored('x/a.md', false)).toBe('git')
})

test('a folder in the place of a .gitignore, and one that is empty, hide nothing', () => {
  const isIgnored = rulesOf({ 'posts/a/.gitignore/x': '', 'posts/b/.gitignore': '' })
  expect(isIgnored('a/x.md', false)).toBe(false)
  expect(isIgnored('b/x.md', false)).toBe(false)
})
