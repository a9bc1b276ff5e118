/** The generators whose habits we know; `plain` is a folder of markdown without a site around it. */
export type GeneratorId =
  | 'next'
  | 'next-starter'
  | 'astro'
  | 'hugo'
  | 'jekyll'
  | 'eleventy'
  | 'hexo'
  | 'gridea'
  | 'plain'
