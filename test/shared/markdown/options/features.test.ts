import { expect, test } from 'vitest'
import { featuresFor, presetOf } from '../../../../shared/generators/markdown-features'
import { markdownFeatures, markdownPreset } from '../../../../shared/markdown/options/features'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { html } from '../../../support/markdown-options'

test.each([
  ['next', 'react-markdown'],
  ['astro', 'astro'],
  ['hugo', 'goldmark'],
  ['jekyll', 'kramdown'],
  ['eleventy', 'markdown-it'],
  ['hexo', 'marked'],
  ['next-starter', 'remark-html'],
  ['plain', 'everything'],
] as const)('posts of %s are rendered like %s', (profile, preset) => expect(presetOf(profile)).toBe(preset))

test('each preset says something of each feature', () => {
  for (const preset of markdownPreset.options)
    expect(() => markdownFeatures.parse(featuresOf(preset))).not.toThrow()
})

test('later choices win, switch by switch, and a preset set by the writer keeps them', () => {
  const site = { preset: 'github', features: { math: false, mark: true } } as const
  expect(featuresFor('hugo', site)).toEqual({ ...featuresOf('github'), math: false, mark: true })
  expect(featuresFor('hugo', site, { features: { math: true } })).toMatchObject({ math: true, mark: true })
  expect(featuresFor('hugo', site, { preset: 'commonmark' })).toMatchObject({ tables: false, mark: true })
})

/** A post that each renderer reads differently. */
const post = '"q" :tada: https://e.org $x$ ~~s~~ {{< y >}} {% z %} <b>h</b>'
test.each([
  [
    'github',
    '<p>"q" 🎉 <a href="https://e.org">https://e.org</a> <math>I:x</math> <del>s</del> {{&lt; y &gt;}} {% z %} <b>h</b></p>',
  ],
  ['goldmark', '<p>“q” :tada: <a href="https://e.org">https://e.org</a> $x$ <del>s</del> ▢ {% z %} h</p>'],
  ['kramdown', '<p>“q” :tada: https://e.org $x$ <del>s</del> ▢ ▢ <b>h</b></p>'],
  [
    'react-markdown',
    '<p>&quot;q&quot; :tada: https://e.org $x$ ~~s~~ {{&lt; y &gt;}} {% z %} &lt;b&gt;h&lt;/b&gt;</p>',
  ],
  [
    'astro',
    '<p>“q” :tada: <a href="https://e.org">https://e.org</a> $x$ <del>s</del> {{&lt; y &gt;}} {% z %} <b>h</b></p>',
  ],
  ['commonmark', '<p>"q" :tada: https://e.org $x$ ~~s~~ {{&lt; y &gt;}} {% z %} <b>h</b></p>'],
] as const)('%s renders what its site will show', (preset, page) => {
  const boxes = /<span class="dialect".*?<\/code><\/span>/g
  expect(html(post, preset).replace(boxes, '▢')).toBe(page)
})
