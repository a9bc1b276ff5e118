import { fullAddress, pageOf } from '../../shared/addresses/map/page-names'
import { addressHead, type Page } from '../../shared/addresses/rules/page'
import { parseFrontMatter } from '../../shared/front-matter/read/parse'
import { splitPost } from '../../shared/front-matter/read/split'
import { headRulesOf } from '../../shared/generators/head-rules'
import { pathOfPost } from '../../shared/site/post-path'
import type { Site } from './detect-site'

/** The page that a site makes of a post's text. A broken head says nothing of it. */
const pageOfPost = (site: Site, postId: string, text: string): Page => {
  const { heads } = headRulesOf(site)
  const head = parseFrontMatter(text, splitPost(text), heads)
  const data = head.kind === 'parsed' ? head.data : {}
  return pageOf({ path: pathOfPost(postId, site), head: addressHead(data) }, site)
}

/** Where a server that has the site at `basePath` shows a post, encoded; null where that cannot be told. */
export const pathOnServer = (site: Site, basePath: string, postId: string, text: string): string | null => {
  const { address } = pageOfPost(site, postId, text)
  return address === null ? null : encodeURI(basePath + address)
}

/** Where the published site shows a post; null where the site does not say its address, or the page's is not known. */
export const liveAddress = (site: Site, postId: string, text: string): string | null =>
  fullAddress(pageOfPost(site, postId, text), site)
