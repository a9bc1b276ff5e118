import { expect, test } from 'vitest'
import { ownSwitches, withDialect, withFeature, withPreset } from '../../../renderer/settings/markdown-choice'

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
  const usual = ['mdx', 'more', 'shortcodes', 'templates'] as const // as Astro lists them
  const without = withDialect(usual, 'more', false)
  expect(without).toEqual(['shortcodes', 'templates', 'mdx'])
  const astro = { profile: 'astro' } as const
  const off = withFeature(astro, {}, 'dialects', without)
  expect(off).toEqual({ features: { dialects: without } })
  expect(withFeature(astro, off, 'dialects', withDialect(without, 'more', true))).toEqual({})
})
