import type { EditorView } from '@codemirror/view'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { useDocument } from '../../document/state/document-state'
import { copyRemote } from './copy-remote'
import { remoteAddresses } from './remote-addresses'

/**
 * Offers to copy pasted images from other sites into this one. Nothing is downloaded before the user agrees, once or for
 * all images that are pasted in this site.
 */
export const offerToCopy = (view: EditorView, markdown: string): void => {
  const { post } = useDocument.getState()
  const site = useSite.getState().site?.key
  const addresses = remoteAddresses(markdown)
  if (!post || addresses.length === 0) return
  const copy = () => void copyRemote(view, post.id, addresses)
  if (site !== undefined && getSettings().copyRemoteImages.includes(site)) {
    copy()
    return
  }
  const count = addresses.length
  const always = () => {
    if (site !== undefined)
      changeSettings({ copyRemoteImages: [...new Set([...getSettings().copyRemoteImages, site])] })
    copy()
  }
  showNotice({
    kind: 'info',
    text: t('editor.remoteImages', { count }),
    action: { label: t('editor.copyRemote', { count }), run: copy },
    other: { label: t('editor.alwaysCopyRemote'), run: always },
  })
}
