import { expect, test } from 'vitest'
import { featuresFor } from '../../../../shared/generators/markdown-features'
import { featuresOfPackages } from '../../../../shared/markdown/options/features-of-packages'

test('a site says by its packages which markdown it writes', () => {
  expect(featuresOfPackages(['next', 'remark-gfm', 'remark-math', 'rehype-katex'])).toEqual({ math: true })
  expect(featuresOfPackages(['remark-github-blockquote-alert', '@mdit/plugin-dl'])).toEqual({
    alerts: true,
    definitionLists: true,
  })
})

test('names that only look alike turn nothing on', () => {
  expect(featuresOfPackages(['remark', 'my-remark-math-fork', 'markdown-it', 'katex'])).toEqual({})
})

test('the packages add to the generator, and the writer has the last word', () => {
  const site = { features: featuresOfPackages(['remark-math']) }
  expect(featuresFor('next').math).toBe(false)
  expect(featuresFor('next', site).math).toBe(true)
  expect(featuresFor('next', site, { features: { math: false } }).math).toBe(false)
})
