import { useMemo } from 'react'
import { directionOfPage, statedLanguage } from '../../../shared/export/language-of'
import { pageDate } from '../../../shared/export/page-date'
import { dateParts } from '../../../shared/front-matter/dates/dates'
import { commonFields } from '../../../shared/front-matter/schema/common-fields'
import { assetUrl } from '../../../shared/ipc/site-calls'
import { imageSource } from '../../../shared/markdown/links/links'
import type { MarkdownOptions } from '../../../shared/markdown/options/options'
import { dateInPostId, slugOfPost } from '../../../shared/site/slug'
import { titleParts, titleText } from '../../../shared/text/title-parts'
import { readingMinutes } from '../../../shared/text/words'
import { useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { useBodyLanguage } from '../../document/language/body-language'
import { useWords } from '../../document/place/word-count'
import { useDocument } from '../../document/state/document-state'
import type { PageHead } from '../page/head'

/** The metadata of the open post for its page and cards. */
export interface PostFacts extends PageHead {
  readonly summary: string
  readonly slug: string
}

/** The metadata of the open post; null while none is open. From the head, which is parsed once per change. */
export const usePostFacts = (remoteImages: 'show' | 'hold', titleMarks: boolean): PostFacts | null => {
  const head = useDocument((state) => state.head)
  const postId = useDocument((state) => state.post?.id ?? null)
  const site = useSite((state) => state.site ?? 'plain')
  const siteLanguage = useSite((state) => state.site?.language)
  const bodyLanguage = useBodyLanguage((state) => (state.postId === postId ? state.language : null))
  const words = useWords((state) => state.words)
  const perMinute = useSettings((settings) => settings.wordsPerMinute)
  const minutes = readingMinutes(words, perMinute)
  return useMemo(() => {
    if (postId === null) return null
    const data = head?.frontMatter.kind === 'parsed' ? head.frontMatter.data : {}
    const fields = commonFields(data)
    const written = fields.date || dateInPostId(postId, site)
    const parts = titleMarks ? titleParts(fields.title) : [fields.title]
    const title = titleText(parts)
    const language = statedLanguage(data, siteLanguage) ?? bodyLanguage ?? 'en'
    const rules: Pick<MarkdownOptions, 'assetUrl' | 'remoteImages'> = {
      assetUrl: (reference) => assetUrl(postId, reference),
      remoteImages,
    }
    return {
      title,
      titleParts: parts,
      direction: directionOfPage(title, language),
      language,
      date: pageDate(written, dateParts(written), language),
      minutes,
      featured: fields.featured,
      tags: fields.tags,
      summary: fields.summary,
      slug: fields.slug || slugOfPost(postId, site),
      image: fields.image ? { reference: fields.image, source: imageSource(fields.image, rules) } : null,
    }
  }, [head, postId, site, siteLanguage, bodyLanguage, minutes, remoteImages, titleMarks])
}
