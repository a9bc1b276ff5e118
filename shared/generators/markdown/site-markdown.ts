import type { SiteMarkdown } from '../../markdown/options/features'
import { t } from '../../texts/translate'
import type { GeneratorId } from '../shape/generator-id'
import { type MarkdownEvidence, Sayings } from './evidence'
import { goldmarkOf } from './goldmark'
import { hexoOf } from './hexo'
import { kramdownOf } from './kramdown'
import { eleventyOf, vitepressOf } from './markdown-it'
import { ownRendererOf } from './own-renderer'
import { astroOf, docusaurusOf, gatsbyOf } from './remark'
import { zolaOf } from './zola'

const readers: Readonly<Partial<Record<GeneratorId, (evidence: MarkdownEvidence) => SiteMarkdown>>> = {
  next: ownRendererOf,
  'next-starter': ownRendererOf,
  astro: astroOf,
  gatsby: gatsbyOf,
  hugo: goldmarkOf,
  jekyll: kramdownOf,
  eleventy: eleventyOf,
  hexo: hexoOf,
  docusaurus: docusaurusOf,
  vitepress: vitepressOf,
  vuepress: vitepressOf,
  zola: zolaOf,
}

/** A site's markdown features by its packages and configuration, with the reason for each. */
export const siteMarkdown = (evidence: MarkdownEvidence): SiteMarkdown => {
  const found = ofGenerator(evidence)
  const { titleTemplate } = evidence
  return titleTemplate === undefined
    ? found
    : {
        ...found,
        features: { ...found.features, titleMarks: true },
        sources: { ...found.sources, titleMarks: titleTemplate },
      }
}

const ofGenerator = (evidence: MarkdownEvidence): SiteMarkdown => {
  const read = readers[evidence.generator]
  if (read) return read(evidence)
  return new Sayings().plugins(evidence.packages.keys(), (name) => t('site.installed', { name })).with()
}
