import { expect, test } from 'vitest'
import {
  ownSwitches,
  sourceOf,
  withDialect,
  withFeature,
  withPreset,
} from '../../../renderer/settings/markdown-choice'

const hugo = { profile: 'hugo', markdown: { features: { math: true } } } as const

test('only what differs from the preset and the site is kept', () => {
  const off = withFeature(hugo, {}, 'math', false)
  expect(off).toEqual({ features: { math: false } })
  expect(ownSwitches(off)).toBe(1)
  expect(withFeature(hugo, off, 'math', true)).toEqual({})
  expect(withFeature(hugo, { preset: 'github' }, 'alerts', true)).toEqual({ preset: 'github' })
  expect(withFeature(hugo, { preset: 'github' }, 'rawHtml', 'omit')).toEqual({
    preset: 'github',
    features: { rawHtml: 'omit' },
  })
})

test('another preset sets the switches back', () => {
  expect(withPreset('kramdown')).toEqual({ preset: 'kramdown' })
  expect(withPreset(null)).toEqual({})
})

test('dialects are switched one by one, and all as the preset has them count as none', () => {
  const usual = ['more', 'shortcodes', 'templates', 'mdx'] as const // in a different order than in the preset
  const without = withDialect(usual, 'more', false)
  expect(without).toEqual(['shortcodes', 'templates', 'mdx'])
  const plain = { profile: 'plain' } as const
  const off = withFeature(plain, {}, 'dialects', without)
  expect(off).toEqual({ features: { dialects: without } })
  expect(withFeature(plain, off, 'dialects', withDialect(without, 'more', true))).toEqual({})
})

test('each switch says where its value comes from', () => {
  expect(sourceOf(hugo, {}, 'singleTilde')).toBe('from Goldmark’s defaults')
  expect(sourceOf(hugo, {}, 'math')).toBe('from postwright.json')
  expect(sourceOf(hugo, { features: { math: false } }, 'math')).toBe('set here')
  expect(sourceOf(hugo, { preset: 'kramdown' }, 'breaks')).toBe('from kramdown’s defaults')
  const next = {
    profile: 'next',
    markdown: { features: { footnotes: false }, sources: { footnotes: 'no remark-gfm' } },
  }
  expect(sourceOf({ ...next, profile: 'next' }, {}, 'footnotes')).toBe('no remark-gfm')
})
