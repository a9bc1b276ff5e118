import type { SiteLayout } from '../../site/site-layout'

/** The folder that pages are read from where no configuration says it: the one around the posts that usually is it. */
export const sourceOf = ({ postsFolder }: SiteLayout): readonly string[] => {
  const [top = '.'] = postsFolder.split('/')
  return ['docs', 'src', 'blog'].includes(top) ? [top] : ['.']
}
