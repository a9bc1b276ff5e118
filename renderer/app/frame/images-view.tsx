import { useMemo } from 'react'
import { editorView } from '../../document/document-store'
import { goToLine } from '../../document/place/go-to-line'
import { openPost } from '../../document/show-post'
import { useDocument } from '../../document/state/document-state'
import { insertImage } from '../../editor/commands/insert-commands'
import type { ImagesHost } from '../../images/image-actions'
import { ImagesPane } from '../../images/images-pane'
import { lookAgain, saveForOperation, tellOperation } from '../../library/state/file-operations'
import { postOf } from '../../library/state/library-store'
import { showView } from '../commands/view'

/** Runs once the text is shown again instead of the images. */
const inText = (run: () => void): void => {
  showView('posts')
  requestAnimationFrame(() => requestAnimationFrame(run))
}

const insert = (reference: string): void =>
  inText(() => {
    const view = editorView()
    if (!view) return
    insertImage(reference)(view)
    view.focus()
  })

const show = async (id: string, line: number): Promise<void> => {
  await openPost(id)
  inText(() => goToLine(line))
}

/** The view of images, connected with the list and the open post. */
export const ImagesView = () => {
  const post = useDocument((state) => state.post?.id ?? null)
  const host = useMemo(
    (): ImagesHost => ({
      titleOf: (id) => postOf(id)?.title ?? id,
      show,
      insert: post === null ? null : insert,
      save: saveForOperation,
      tell: tellOperation,
      reread: () => (post === null ? Promise.resolve() : lookAgain([post])),
    }),
    [post],
  )
  return <ImagesPane host={host} />
}
