import type { OpenedPost, PostId } from '../../../shared/posts/post'
import { receivedText } from '../../../shared/text/sent-text'
import { api } from '../../base/api'

/** Reads a post from the disk; rejects with an AppError that says why it cannot be read. */
export const readPost = async (id: PostId): Promise<OpenedPost> => {
  const sent = await api.openPost(id)
  return { ...sent, text: receivedText(sent.text) }
}
