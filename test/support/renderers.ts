import type { MarkdownFeatures } from '../../shared/markdown/options/features'
import { featuresOf, gfmFeatures } from '../../shared/markdown/options/presets'

/** The renderers whose output is available, and the features of a site that uses each. */
export const renderers: Readonly<Record<string, MarkdownFeatures>> = {
  hugo: featuresOf('goldmark'),
  jekyll: featuresOf('kramdown'),
  eleventy: featuresOf('markdown-it'),
  hexo: featuresOf('marked'),
  astro: featuresOf('astro'),
  'astro-remark': featuresOf('astro-remark'),
  'react-markdown': featuresOf('react-markdown'),
  'react-markdown-gfm': featuresOf('react-markdown', gfmFeatures),
  'react-markdown-gfm-raw-slug': featuresOf('react-markdown', {
    ...gfmFeatures,
    rawHtml: 'show',
    anchors: true,
  }),
  'mdx-gfm': featuresOf('mdx', gfmFeatures),
  'remark-html': featuresOf('remark-html'),
  gatsby: featuresOf('gatsby'),
  vitepress: featuresOf('vitepress'),
  docusaurus: featuresOf('docusaurus'),
}
