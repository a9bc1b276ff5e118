import { messageOf } from '../../../shared/app-error'
import { featuresOf } from '../../../shared/markdown/options/presets'
import { renderPost } from '../../../shared/markdown/page/render-post'
import type { RenderReply, RenderRequest } from './render-messages'
import { RenderSession } from './render-session'

const warmUp = `# A *heading*\n\n${'Words with `code`, **bold**, [a link](https://example.com) and :smile:.\n\n- one\n- [ ] two\n\n| a | b |\n| - | - |\n| c | d |\n\n> quote <b>raw</b>\n\n'.repeat(20)}`

const post = (reply: RenderReply): void => self.postMessage(reply)
const session = new RenderSession(post)

// The first post must not pay for compiling the pipeline: this worker is started before there is one.
renderPost(warmUp, {
  features: featuresOf('everything'),
  assetUrl: () => null,
  remoteImages: 'hold',
  sourceMap: true,
  tickable: true,
})

self.onmessage = ({ data }: MessageEvent<RenderRequest>) => {
  try {
    session.take(data)
  } catch (error) {
    post({ kind: 'failed', run: 'run' in data ? data.run : 0, message: messageOf(error) })
  }
}
