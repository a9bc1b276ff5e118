import { isolateHistory } from '@codemirror/commands'
import type { EditorView } from '@codemirror/view'
import type { KeptImage } from '../../../shared/ipc/image-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { importImage } from '../../document/images/import-image'
import { dropImport, importEffects } from '../../document/images/imported-images'
import { useDocument } from '../../document/state/document-state'
import { addressOf } from '../commands/insert-commands'
import { remote, remotePictures } from './remote-addresses'

const fetched = async (post: string, address: string): Promise<KeptImage | null> => {
  const { name, bytes } = await api.fetchImage(address)
  return importImage(post, new File([bytes], name))
}

/** Replaces the old address by the file's reference everywhere in the text; one undo reverts it. */
const replaceAddress = (view: EditorView, address: string, kept: KeptImage): boolean => {
  const text = view.state.doc.toString()
  const written = addressOf(kept.reference)
  const changes = [...text.matchAll(remote)]
    .filter(([, found]) => found === address)
    .map(({ index, 0: all }) => ({
      from: index + all.indexOf('](') + 2,
      to: index + all.length,
      insert: written,
    }))
  if (changes.length === 0) return false
  view.dispatch({
    changes,
    userEvent: 'input.paste',
    annotations: isolateHistory.of('full'),
    effects: importEffects(kept, `](${written})`),
  })
  return true
}

const copyAll = async (view: EditorView, post: string, addresses: readonly string[]): Promise<void> => {
  for (const address of addresses) {
    try {
      const kept = await fetched(post, address)
      const isOpen = useDocument.getState().post?.id === post
      if (kept === null || (isOpen && replaceAddress(view, address, kept))) continue
      await dropImport(kept) // nothing shows it
    } catch (error) {
      showError(error, t('editor.imageNotCopied'))
    }
  }
}

/** Offers to copy pasted images from other sites into this one; nothing is downloaded before that. */
export const offerToCopy = (view: EditorView, markdown: string): void => {
  const { post } = useDocument.getState()
  const addresses = remotePictures(markdown)
  if (!post || addresses.length === 0) return
  const count = addresses.length
  showNotice({
    kind: 'info',
    text: t('editor.remoteImages', { count }),
    action: {
      label: t('editor.copyRemote', { count }),
      run: () => void copyAll(view, post.id, addresses),
    },
  })
}
