import type { PostId } from '../../../shared/posts/post'

/** The start of a body whose language to detect. */
export interface LanguageQuestion {
  readonly postId: PostId
  readonly body: string
}

/** A BCP 47 tag; null if there is not enough evidence. */
export interface LanguageAnswer {
  readonly postId: PostId
  readonly language: string | null
}
