import type { PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { registerCommand } from '../base/command-bus'
import { showNotice } from '../base/notices'
import { useSite } from '../base/site-store'
import { onShown } from '../document/reading/recent-posts'
import { openPost } from '../document/show-post'
import { documentOf } from '../document/state/open-documents'
import { emptyTrail, goneTo, renamedIn, stepped } from './post-trail'

/** Makes Back and Forward go through the shown posts; `isListed` tells whether the folder has a post. */
export const startBackAndForward = (isListed: (id: PostId) => boolean): void => {
  let trail = emptyTrail
  onShown({
    shown: (id) => {
      trail = goneTo(trail, id)
    },
    renamed: (from, to) => {
      trail = renamedIn(trail, from, to)
    },
  })
  useSite.subscribe(({ site }, { site: before }) => {
    if (site?.displayPath !== before?.displayPath) trail = emptyTrail
  })
  const go = async (by: -1 | 1): Promise<void> => {
    const next = stepped(trail, by, (id) => documentOf(id) !== null || isListed(id))
    const id = next?.posts[next.at]
    if (!next || id === undefined) {
      showNotice({ kind: 'info', text: by < 0 ? t('editor.noPostBefore') : t('editor.noPostAfter') })
      return
    }
    trail = next
    await openPost(id)
  }
  registerCommand('go-back', () => go(-1))
  registerCommand('go-forward', () => go(1))
}
