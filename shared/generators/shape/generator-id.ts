/** The known generators; `plain` is a folder of markdown without a site. */
export const generatorIds = [
  'next',
  'next-starter',
  'astro',
  'gatsby',
  'hugo',
  'jekyll',
  'eleventy',
  'hexo',
  'gridea',
  'zola',
  'pelican',
  'nikola',
  'docusaurus',
  'vitepress',
  'vuepress',
  'quartz',
  'obsidian',
  'plain',
] as const
export type GeneratorId = (typeof generatorIds)[number]
