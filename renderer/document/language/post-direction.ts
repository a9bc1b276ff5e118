import type { EditorState } from '@codemirror/state'
import { directionOfPage, statedLanguage } from '../../../shared/export/language-of'
import { commonFields } from '../../../shared/front-matter/schema/common-fields'
import { useSite } from '../../base/site-store'
import { useDocument } from '../state/document-state'
import { headOfState } from '../state/head-field'
import { useBodyLanguage } from './body-language'

/** Whether the open post reads from right to left, as in preview and export. */
export const directionOfPost = (state: EditorState): 'ltr' | 'rtl' => {
  const { frontMatter } = headOfState(state)
  const data = frontMatter.kind === 'parsed' ? frontMatter.data : {}
  const detected = useBodyLanguage.getState()
  const isOfPost = detected.postId === (useDocument.getState().post?.id ?? null)
  const language =
    statedLanguage(data, useSite.getState().site?.language) ?? (isOfPost ? detected.language : null) ?? 'en'
  return directionOfPage(commonFields(data).title, language)
}
