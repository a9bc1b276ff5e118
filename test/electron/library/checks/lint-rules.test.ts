import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintRulesOf } from '../../../../electron/library/checks/lint-rules'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()

/** The rules found in a text by a configuration, or why it cannot be read. */
const found = async (name: string, config: string) => {
  mkdirSync(join(folder(), 'posts'))
  writeFileSync(join(folder(), name), config)
  const rules = await lintRulesOf(folder(), join(folder(), 'posts'))
  if (rules.kind === 'unreadable') return rules.message.replaceAll(folder(), '')
  if (rules.kind === 'none') return 'none'
  return [...new Set(rules.rules.check('text\n* a\n- b\n').map(({ check }) => check.slice(13)))].join(' ')
}

test.each([
  ['.markdownlint.json', '{ "default": false, "MD004": true }', 'MD004'],
  ['.markdownlint.jsonc', '{ /* ours */ "default": false, "MD032": true, }', 'MD032'],
  ['.markdownlint.yaml', 'default: false\nMD004: true', 'MD004'],
  ['.markdownlint.yml', 'default: false\nul-style:\n  style: asterisk', 'MD004'],
  ['.markdownlintrc', '{ "default": false, "MD004": { "style": "asterisk" } }', 'MD004'],
  ['.markdownlintrc', 'default: false\nMD004: true', 'MD004'],
  ['.markdownlint-cli2.jsonc', '{ "config": { "default": false, "MD004": true }, "globs": ["*"] }', 'MD004'],
  ['.markdownlint-cli2.yaml', 'config:\n  default: false\n  MD004: true', 'MD004'],
  ['posts/.markdownlint.json', '{ "default": false, "MD004": true }', 'MD004'],
  ['.markdownlint.json', '{ "default": false }', ''],
  ['other.json', '{ "default": true }', 'none'],
])('%s with %j', async (name, config, rules) => {
  expect(await found(name, config)).toBe(rules)
})

test.each(['.markdownlint.cjs', '.markdownlint.mjs', '.markdownlint-cli2.cjs', '.markdownlint-cli2.mjs'])(
  '%s is a program, which is told and not run',
  async (name) => {
    expect(await found(name, 'throw new Error("run")')).toBe(
      `/${name} is a program, which Postwright does not run. Write the rules as JSON or YAML to have them checked.`,
    )
  },
)

test.each([
  ['{ "MD004": tru }', 'it is not valid JSON at character'],
  ['{ "MD004": true', 'it is not valid JSON at character'],
  ['{ "extends": "../../other.json" }', 'cannot be read'],
  ['{ "extends": "none.json" }', 'cannot be read'],
])('a configuration that cannot be read is told: %s', async (config, reason) => {
  expect(await found('.markdownlint.json', config)).toContain(reason)
})
