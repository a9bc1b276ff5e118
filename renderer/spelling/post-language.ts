import { lastResult } from '../../shared/base/last-result'
import { maxBodyLength, statedLanguage } from '../../shared/export/language-of'
import type { PostId } from '../../shared/posts/post'
import { useSite } from '../base/site-store'
import { useDictionaries } from '../base/spelling/dictionaries'
import { editorState } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { headOfState } from '../document/state/head-field'

/** The language given in the open post's head or by its site; null if neither gives one. */
export const statedOfPost = (): string | null => {
  const { head } = useDocument.getState()
  const data = head?.frontMatter.kind === 'parsed' ? head.frontMatter.data : {}
  return statedLanguage(data, useSite.getState().site?.language)
}

/** The language of the open post, as far as it is stated; otherwise the writer's own. */
export const languageOfPost = (): string => statedOfPost() ?? useDictionaries.getState().preferred[0] ?? 'en'

const startOfBody = lastResult((_post: PostId | undefined): string => {
  const state = editorState()
  if (!state) return ''
  const { bodyFrom } = headOfState(state).split
  return state.doc.sliceString(bodyFrom, bodyFrom + maxBodyLength)
})

/** The start of the open post's body when it was opened, to detect its language. */
export const sampleOfPost = (): string => startOfBody(useDocument.getState().post?.id)
