import { messageOf } from '../../shared/app-error'
import type { RenderReply, RenderRequest } from './render-messages'
import { RenderSession } from './render-session'

const post = (reply: RenderReply): void => self.postMessage(reply)
const session = new RenderSession(post)

self.onmessage = ({ data }: MessageEvent<RenderRequest>) => {
  try {
    session.take(data)
  } catch (error) {
    post({ kind: 'failed', run: 'run' in data ? data.run : 0, message: messageOf(error) })
  }
}
