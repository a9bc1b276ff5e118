import { siteLinkOf } from '../../references/site-links'

const textInTag = /^-?\s*(['"])(.*?)\1\s*\|\s*(?:relative_url|absolute_url|url|relURL|absURL)\s*-?$/

/** Removes the tags that insert the site's own address, such as Liquid's `site.baseurl`, and Pelican's `{static}`. */
export const withoutSiteTags = (written: string): string => {
  const link = siteLinkOf(written)
  const target = link?.names === 'file' ? written.slice(link.front.length) : written
  return target.includes('{{')
    ? target
        .replace(/\{\{([^{}]*)\}\}/g, (whole, inside: string) => textInTag.exec(inside)?.[2] ?? whole)
        .replace(
          /^\{\{-?\s*(?:site|page)\.(?:base_?url|url|path_?prefix)\s*-?\}\}(?:\{\{-?\s*site\.base_?url\s*-?\}\})?/i,
          '',
        )
    : target
}
