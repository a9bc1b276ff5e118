import type { SiteLayout } from '../../site/site-layout'

/** The default source folder if none is configured: the top folder of the posts if it has a usual name. */
export const sourceOf = ({ postsFolder }: SiteLayout): readonly string[] => {
  const [top = '.'] = postsFolder.split('/')
  return ['docs', 'src', 'blog'].includes(top) ? [top] : ['.']
}
