import { fullAddress, pageOf } from '../../shared/addresses/map/page-names'
import { addressHead, type Page } from '../../shared/addresses/rules/page'
import { parseFrontMatter } from '../../shared/front-matter/read/parse'
import { headRulesOf } from '../../shared/generators/head-rules'
import { pathOfPost } from '../../shared/site/post-path'
import type { Site } from './detect-site'

/** A post as a page of its site. A broken head gives no data. */
const pageOfPost = (site: Site, postId: string, text: string): Page => {
  const { heads } = headRulesOf(site)
  const head = parseFrontMatter(text, undefined, heads)
  const data = head.kind === 'parsed' ? head.data : {}
  return pageOf({ path: pathOfPost(postId, site), head: addressHead(data) }, site)
}

/** The path of a post on a server that has the site at `basePath`, encoded; null if unknown. */
export const pathOnServer = (site: Site, basePath: string, postId: string, text: string): string | null => {
  const { address } = pageOfPost(site, postId, text)
  return address === null ? null : encodeURI(basePath + address)
}

/** The address of a post on the published site; null if the site's or the page's address is unknown. */
export const liveAddress = (site: Site, postId: string, text: string): string | null =>
  fullAddress(pageOfPost(site, postId, text), site)
