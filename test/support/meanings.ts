import type { SiteMap } from '../../shared/addresses/map/site-map'
import { meaningOf } from '../../shared/addresses/meaning/meaning'
import type { Meaning } from '../../shared/addresses/meaning/meaning-types'
import type { SitePath } from '../../shared/addresses/rules/page'
import { parseFrontMatter } from '../../shared/front-matter/read/parse'
import { splitPost } from '../../shared/front-matter/read/split'
import { codeRanges, syntaxOf } from '../../shared/references/code-ranges'
import { headReferences } from '../../shared/references/head-references'
import { headNames } from '../../shared/references/post-references'
import { referencesIn } from '../../shared/references/references'
import { textReferences } from '../../shared/references/text-references'
import { isMarkdownName } from '../../shared/site/post-path'

/** The meanings of the references in a text, in their order. */
export const meaningsOf = (path: SitePath, text: string, map: SiteMap): readonly Meaning[] => {
  const place = { path, page: map.pages.get(path) ?? null }
  const from = splitPost(text).bodyFrom
  const syntax = syntaxOf(path, map.site.profile)
  if (!isMarkdownName(path)) return textReferences(text).map((one) => meaningOf(one, place, map))
  const head = parseFrontMatter(text)
  const fields = head.kind === 'parsed' ? headReferences(head.data, headNames(map.site.profile)) : []
  const references = [
    ...fields.flatMap((field) => field.references),
    ...referencesIn(text, from, codeRanges(text, from, syntax), syntax),
  ]
  return references.map((one) => meaningOf(one, place, map))
}
