import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { english } from '../shared/texts/english'
import { textsInCode } from './support/texts-in-code'

const root = resolve(import.meta.dirname, '..')
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

const filesOf = (...folders: readonly string[]): readonly string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /(?<!\.d)\.tsx?$/.test(path))

const files = filesOf('electron', 'renderer', 'shared').filter((path) => !path.startsWith('shared/texts/'))

/** What only looks like a text of the interface, by file, with its first words. */
const notTexts: Readonly<Record<string, readonly string[]>> = {
  // Values that programs read.
  'electron/cli/set.ts': ['would change'],
  'electron/library/checks/external/ask-page.ts': ['Mozilla/5.0'],
  'electron/cli/install/launcher.ts': ['Starts Postwright.', '@echo off', 'rem …', 'for %%c in'],
  'electron/site/configuration/path-aliases.ts': ['export default'],
  'shared/checks/parts/html-tags.ts': ['area base', 'p li dt'],
  'shared/markdown/html/cut-html.ts': ['area base', 'a abbr'],
  'shared/markdown/html/html-names.ts': ['applet area'],
  'renderer/live/reading/tag-pairs.ts': ['a abbr'],
  'shared/front-matter/find/meta-fields.ts': ['title date', 'date modified'],
  // What the parser of YAML says, to be put into our words.
  'shared/front-matter/read/yaml.ts': [
    'deficient indentation',
    'tab characters',
    'bad indentation',
    'unexpected end',
    'object-based map',
    'the stream contains',
    'null byte',
    'unidentified alias',
    'can not read a',
    'end of the stream',
    'expected a single',
    "expected ':'",
  ],
  // Names.
  'electron/workspace/library-host.ts': ['Postwright library'],
  'electron/workspace/thumbnail-host.ts': ['Postwright thumbnails'],
  'shared/generators/markdown/zola.ts': ['config.toml: '],
  'renderer/editor/editor-pane.tsx': ['JetBrains Mono'],
  'renderer/preview/page/diagram-page.ts': ['system-ui'],
  'renderer/preview/session/preview-session.ts': ['Source Serif', 'JetBrains Mono'],
  'renderer/settings/editor-settings.tsx': ['JetBrains Mono', 'Source Serif', 'Inter'],
  'renderer/settings/settings-dialog.tsx': ['Vim', 'Emacs'],
  'renderer/document/images/choices-rows.tsx': ['WebP'],
  'shared/front-matter/find/lookalike.ts': ['Pico CMS', 'Org mode'],
  // Posts that are rendered or inserted.
  'renderer/editor/commands/insert-commands.ts': ['```mermaid'],
  'renderer/preview/render/render.worker.ts': ['Words with'],
  'renderer/preview/session/typed-paragraph.ts': ['Some *words*'],
}

const found = files.flatMap((file) => textsInCode(file, textOf(file)).map((text) => ({ file, ...text })))

test('every text of the interface is in shared/texts', () => {
  const outside = found
    .filter(({ file, text }) => !notTexts[file]?.some((start) => text.startsWith(start)))
    .map(({ file, line, text }) => `${file}:${line} ${text}`)
  expect(outside).toEqual([])
})

test('what is no text is still there', () => {
  const gone = Object.entries(notTexts).flatMap(([file, starts]) =>
    starts
      .filter((start) => !found.some((one) => one.file === file && one.text.startsWith(start)))
      .map((start) => `${file}: ${start}`),
  )
  expect(gone).toEqual([])
})

test('every text of the catalogue is used', () => {
  const code = files.map(textOf).join('\n')
  const unused = Object.entries(english).flatMap(([hall, texts]) =>
    Object.keys(texts)
      .map((name) => `${hall}.${name}`)
      .filter((key) => !code.includes(`'${key}'`) && !code.includes(`\`${hall}.$`)),
  )
  expect(unused).toEqual([])
})

describe('a text outside the catalogue is found', () => {
  test.each([
    ['<p>Hello</p>', 'Hello'],
    ['<button aria-label="Close" />', 'Close'],
    ['<Row label={wide ? "Line width" : "Width"} />', 'Line width'],
    ['<Row label={isOff && "Off"} />', 'Off'],
    ['showError(error, "The link was not opened")', 'The link was not opened'],
    [`showNotice({ kind: "info", text: \`Exported to \${name}\` })`, 'Exported to …'],
    [`throw new AppError("failed", \`\${id} is not there\`)`, '… is not there'],
    ['const labels = [{ value: 1, label: "Newest" }]', 'Newest'],
    ['dialog.showMessageBox({ buttons: ["Wait", "Close"] })', 'Wait'],
    ['const menu = { label: "Undo" }', 'Undo'],
    [`terminal.err(\`\${file}: has no title\`)`, '…: has no title'],
    [`const found = \`\${count} posts\``, '… posts'],
    ['const reason = broken ? "It is damaged." : ""', 'It is damaged.'],
  ])('%s', (code, text) => expect(textsInCode('sample.tsx', code).map((one) => one.text)).toContain(text))

  test.each([
    '<p className={styles.page} key="first one">{t("app.saved")}</p>',
    'import { a } from "some words"',
    'if (state === "not saved yet") run()',
    'row.querySelector("input, textarea or button")',
    'throw new Error("The list has no end")',
    'note("The index is built again")',
    'const keys = { why: "checks.noHost", kind: "failed" }',
    'const page = "<p>Some words</p>"',
  ])('%s has none', (code) => expect(textsInCode('sample.tsx', code)).toEqual([]))
})
