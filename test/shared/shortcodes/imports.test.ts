import { expect, test } from 'vitest'
import { asImported, importedComponents } from '../../../shared/shortcodes/imports'
import type { Shortcode } from '../../../shared/shortcodes/shape'

const post = 'src/content/blog/trip.mdx'
const aliases = [{ prefix: '@/', folders: ['src'] }]

const shown = (body: string): string[] =>
  importedComponents(body, post, aliases).map(
    ({ name, exported, paths }) => `${name} ${exported ?? 'default'} ${paths.join(' ')}`,
  )

test('the components that a post imports from files of its site are known by their paths', () => {
  expect(shown("import Quote from '../../widgets/Quote.astro'")).toEqual([
    'Quote default src/widgets/Quote.astro',
  ])
  expect(shown('import Card, { Box, Tab as Pane } from "@/parts/cards";\n')).toEqual([
    'Card default src/parts/cards',
    'Box Box src/parts/cards',
    'Pane Tab src/parts/cards',
  ])
  expect(shown("import {\n  Box,\n  Tab,\n} from './parts'\n\n<Box />")).toEqual([
    'Box Box src/content/blog/parts',
    'Tab Tab src/content/blog/parts',
  ])
  expect(shown("import { default as Ad } from '/src/Ad.tsx'")).toEqual(['Ad default src/Ad.tsx'])
})

test('packages, pictures, functions and paths out of the site are not', () => {
  expect(shown("import { Image } from 'astro:assets'")).toEqual([])
  expect(shown("import Link from 'next/link'")).toEqual([])
  expect(shown("import photo from './photo.png'")).toEqual([])
  expect(shown("import { format } from '@/dates'")).toEqual([])
  expect(shown("import Secret from '../../../../secret.tsx'")).toEqual([])
  expect(shown("import './styles.css'\n\nWe import Food from 'abroad'.")).toEqual([])
})

const component = (name: string, file: string, isNamed = false): Shortcode => ({
  kind: 'component',
  name,
  file,
  parameters: [],
  hasInner: false,
  ...(isNamed && { isNamed }),
})

test('what was read from their files has the names of the post', () => {
  const read = [
    component('Quote', 'src/widgets/Quote.astro'),
    component('Box', 'src/parts/index.tsx', true),
    component('Tab', 'src/parts/index.tsx', true),
    component('Tab', 'src/other/parts.tsx', true),
  ]
  const found = (body: string) =>
    asImported(importedComponents(body, post, aliases), read).map(({ name, file }) => `${name} ${file}`)
  expect(found("import Saying from '../../widgets/Quote.astro'")).toEqual(['Saying src/widgets/Quote.astro'])
  expect(found("import { Tab as Pane } from '@/parts'")).toEqual(['Pane src/parts/index.tsx'])
  expect(found("import Box from '@/parts'")).toEqual([])
})
