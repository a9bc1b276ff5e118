import { expect, test } from 'vitest'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { importFor } from '../../../shared/shortcodes/import-line'
import type { Shortcode } from '../../../shared/shortcodes/shape'

const card = (file = 'src/components/Card.astro', isNamed = false): Shortcode => ({
  kind: 'component',
  name: 'Card',
  file,
  parameters: [],
  hasInner: false,
  isNamed,
})
const head = '---\ntitle: A\n---\n'
const added = (
  body: string,
  generator: GeneratorId,
  of = card(),
  post = 'src/content/blog/a.mdx',
): string | null => {
  const text = head + body
  const line = importFor(text, head.length, of, post, generator)
  return line && (text.slice(0, line.from) + line.insert + text.slice(line.from)).slice(head.length)
}

test.each([
  [
    'Astro imports by the way from the post',
    '\nWords\n',
    'astro',
    card(),
    "\nimport Card from '../../components/Card.astro'\n\nWords\n",
  ],
  [
    'behind the last import',
    "import A from './a'\nimport {\n  B\n} from './b';\n\nWords\n",
    'astro',
    card(),
    "import A from './a'\nimport {\n  B\n} from './b';\nimport Card from '../../components/Card.astro';\n\nWords\n",
  ],
  [
    'by its name',
    'W\n',
    'astro',
    card('src/components/cards.tsx', true),
    "import { Card } from '../../components/cards'\n\nW\n",
  ],
  [
    'from a folder',
    'W\n',
    'astro',
    card('src/components/Card/index.tsx'),
    "import Card from '../../components/Card'\n\nW\n",
  ],
  [
    'Docusaurus from its root',
    'W\n',
    'docusaurus',
    card('src/components/Card.jsx'),
    "import Card from '@site/src/components/Card'\n\nW\n",
  ],
  ['not where it is imported', "import Card from './x'\n\nW\n", 'astro', card(), null],
  ['not where it is imported among others', "import { A, Card } from './x'\n\nW\n", 'astro', card(), null],
  ['not where it is declared', 'export const Card = 1\n\nW\n', 'astro', card(), null],
  ['not where a site hands components to all posts', 'W\n', 'next', card(), null],
  [
    'but where its posts import',
    "import A from '@/a'\n\nW\n",
    'next',
    card('components/Card.tsx'),
    "import A from '@/a'\nimport Card from '../../../components/Card'\n\nW\n",
  ],
] as const)('%s', (_name, body, generator, of, text) => expect(added(body, generator, of)).toBe(text))

test('markdown that is no MDX has no imports', () =>
  expect(added('W\n', 'astro', card(), 'src/a.md')).toBe(null))
