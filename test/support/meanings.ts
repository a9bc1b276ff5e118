import type { SiteMap } from '../../shared/addresses/map/site-map'
import { meaningOf } from '../../shared/addresses/meaning/meaning'
import type { Meaning } from '../../shared/addresses/meaning/meaning-types'
import type { SitePath } from '../../shared/addresses/rules/page'
import { splitPost } from '../../shared/front-matter/read/split'
import { codeRanges, syntaxOf } from '../../shared/references/code-ranges'
import { referencesIn } from '../../shared/references/references'
import { textReferences } from '../../shared/references/text-references'
import { isMarkdownName } from '../../shared/site/post-path'

/** What each reference of a text means, in their order. */
export const meaningsOf = (path: SitePath, text: string, map: SiteMap): readonly Meaning[] => {
  const place = { path, page: map.pages.get(path) ?? null }
  const from = splitPost(text).bodyFrom
  const syntax = syntaxOf(path)
  const references = isMarkdownName(path)
    ? referencesIn(text, from, codeRanges(text, from, syntax), syntax)
    : textReferences(text)
  return references.map((one) => meaningOf(one, place, map))
}
