import type { PostId } from '../../../shared/posts/post'

/** The start of a body whose language is wanted. */
export interface LanguageQuestion {
  readonly postId: PostId
  readonly body: string
}

/** A BCP 47 tag; null where too little speaks for any language. */
export interface LanguageAnswer {
  readonly postId: PostId
  readonly language: string | null
}
