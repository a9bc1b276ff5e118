import { expect, test } from 'vitest'
import { ownSwitches, withFeature, withPreset } from '../../../renderer/settings/markdown-choice'

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
