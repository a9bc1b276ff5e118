import { useEffect } from 'react'
import { lastResult } from '../../../shared/base/last-result'
import { commonFields } from '../../../shared/front-matter/schema/common-fields'
import { productName } from '../../../shared/product-name'
import { useSite } from '../../base/site-store'
import { useDocument } from '../../document/state/document-state'
import type { HeadState } from '../../document/state/head-field'

const fileName = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

/** The title in a head, which is asked for after every key and stays the same object while the body is edited. */
export const titleIn = lastResult((head: HeadState | null): string =>
  head?.frontMatter.kind === 'parsed' ? commonFields(head.frontMatter.data).title : '',
)

/** The title of the open post by its current text, otherwise its file name; null if none is open. */
export const useTitle = (): string | null =>
  useDocument(({ post, head }) => (post ? titleIn(head) || fileName(post.id) : null))

/** Sets the title of the window: the post, with a dot if unsaved, and the folder. */
export const useWindowTitle = (): void => {
  const title = useTitle()
  const folder = useSite((state) => state.site?.name)
  const unsaved = useDocument(({ saveState }) => saveState !== 'saved' && saveState !== 'saving')
  useEffect(() => {
    const post = title && (unsaved ? `• ${title}` : title)
    document.title = [post, folder, productName].filter(Boolean).join(' — ')
  }, [title, folder, unsaved])
}
