import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findShortcodes } from '../../../../electron/site/shortcodes/find-shortcodes'
import type { GeneratorId } from '../../../../shared/generators/shape/generator-id'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()

const found = async (generator: GeneratorId, files: Readonly<Record<string, string>>): Promise<string[]> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder(), path)), { recursive: true })
    await writeFile(join(folder(), path), text)
  }
  const all = await findShortcodes(folder(), generator)
  return all
    .filter(({ file }) => file !== '')
    .map(({ name, file, parameters }) =>
      `${name} ${file} ${parameters.map((one) => one.name).join(',')}`.trim(),
    )
}

test('Hugo: those of the site, in folders too, and of its themes; its own ones are known', async () => {
  const files = {
    'layouts/shortcodes/figure.html': '{{ .Get "src" }}',
    'layouts/shortcodes/media/audio.html': '{{ .Get "file" }}',
    'layouts/_shortcodes/note.html': '{{ .Inner }}',
    'themes/calm/layouts/shortcodes/note.html': '{{ .Get "theme" }}',
    'themes/calm/layouts/shortcodes/quote.html': '{{ .Get 0 }}',
    'layouts/shortcodes/notes.txt': 'no',
  }
  expect(await found('hugo', files)).toEqual([
    'figure layouts/shortcodes/figure.html src',
    'media/audio layouts/shortcodes/media/audio.html file',
    'note layouts/_shortcodes/note.html',
    'quote themes/calm/layouts/shortcodes/quote.html Value 1',
  ])
  const all = await findShortcodes(folder(), 'hugo')
  expect(all.filter(({ name }) => name === 'figure').map(({ parameters }) => parameters.length)).toEqual([1])
  expect(all.find(({ name }) => name === 'youtube')?.parameters[0]?.name).toBe('id')
})

test('Jekyll: includes by their path', async () => {
  const files = { '_includes/figure.html': '{{ include.url }}', '_includes/media/a.md': '{{ include.b }}' }
  expect(await found('jekyll', files)).toEqual([
    'figure.html _includes/figure.html url',
    'media/a.md _includes/media/a.md b',
  ])
})

test('Eleventy: what the configuration adds, with functions of the files it imports', async () => {
  const files = {
    'eleventy.config.js':
      "import { user } from './lib/user.js'\nimport x from '../outside.js'\nexport default (c) => { c.addShortcode('user', user); c.addPairedShortcode('box', (content, tone) => '') }",
    'lib/user.js': 'export const user = (name, role) => name',
  }
  expect(await found('eleventy', files)).toEqual([
    'user eleventy.config.js name,role',
    'box eleventy.config.js tone',
  ])
})

test.each(['astro', 'next', 'docusaurus', 'plain'] as const)(
  '%s: components in their usual folders',
  async (generator) => {
    const files = {
      'src/components/Card.astro': '---\nconst { title } = Astro.props\n---',
      'src/components/chart/index.tsx': 'export default function Chart({ data }) {}',
      'components/Note.jsx': 'export const Note = ({ tone }) => null',
      'src/components/Card.test.tsx': 'export default function No() {}',
      'src/components/node_modules/x/No.tsx': 'export default function No() {}',
    }
    expect(await found(generator, files)).toEqual([
      'Card src/components/Card.astro title',
      'Chart src/components/chart/index.tsx data',
      'Note components/Note.jsx tone',
    ])
  },
)

test('a site without any has none', async () => expect(await found('astro', { 'a.md': '' })).toEqual([]))

test.skipIf(process.platform === 'win32')('links are not followed, and large files not read', async () => {
  await mkdir(join(folder(), 'src/components'), { recursive: true })
  await symlink('/etc', join(folder(), 'src/components/etc'))
  await symlink(join(folder(), 'src'), join(folder(), 'src/components/again'))
  const large = `export default function Large({ a }) {} ${' '.repeat(300_000)}`
  expect(await found('next', { 'src/components/Large.tsx': large })).toEqual([])
})

test('components that a post imports are read from wherever they are in the site, and nowhere else', async () => {
  await found('astro', {
    'src/components/Card.astro': '---\nconst { title } = Astro.props\n---\n',
    'src/widgets/Quote.astro': '---\nconst { by } = Astro.props\n---\n',
    'src/parts/index.tsx': 'export function Box({ size }) {}',
    'src/notes.txt': 'const { no } = props',
  })
  const read = async (...imported: string[]) =>
    (await findShortcodes(folder(), 'astro', imported))
      .filter(({ name }) => name !== 'Card')
      .map(({ name, file, parameters }) => `${name} ${file} ${parameters.map((one) => one.name).join(',')}`)
  expect(await read('src/widgets/Quote.astro', 'src/parts')).toEqual([
    'Quote src/widgets/Quote.astro by',
    'Box src/parts/index.tsx size',
  ])
  expect(await read('src/components/Card.astro')).toEqual([]) // it is among the site's own
  for (const path of ['../secret.tsx', '/etc/passwd', 'src/notes.txt', 'src/none', 'src', ''])
    expect(await read(path), path).toEqual([])
  await symlink('/etc', join(folder(), 'src/out'))
  expect(await read('src/out/hosts.tsx')).toEqual([])
})
