import { statedLanguage } from '../../shared/export/language-of'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { useSite } from '../base/site-store'
import { useBodyLanguage } from '../document/language/body-language'
import { useDocument } from '../document/state/document-state'

const longest = 35

/**
 * The language of the open post: from its head or site, otherwise detected from its body. Null if unknown, undefined
 * while the body has not been checked yet.
 */
const languageOfPost = (): string | null | undefined => {
  const { post, head } = useDocument.getState()
  if (!post) return null
  const data = head?.frontMatter.kind === 'parsed' ? head.frontMatter.data : {}
  const detected = useBodyLanguage.getState()
  const stated = statedLanguage(data, useSite.getState().site?.language)
  const language = stated ?? (detected.postId === post.id ? detected.language : undefined)
  return language === '' || (language?.length ?? 0) > longest ? null : language
}

/** Reports the language of the open post for spelling. */
export const followSpellingLanguage = (): void => {
  let reported: string | null = null
  const tell = () => {
    const language = languageOfPost()
    if (language === undefined || language === reported) return
    reported = language
    api.reportLanguage(language).catch(showError)
  }
  useDocument.subscribe(({ head, post }, before) => {
    if (head !== before.head || post !== before.post) tell()
  })
  useBodyLanguage.subscribe(tell)
  useSite.subscribe(tell)
}
