import type { PlacedWord } from '../../shared/spelling/prose-words'
import type { SpellingSetup } from '../../shared/spelling/speller'

/** Messages from the window to the worker that checks spelling. */
export type SpellingRequest =
  | { readonly kind: 'setup'; readonly setup: SpellingSetup }
  | { readonly kind: 'check'; readonly id: number; readonly texts: readonly string[] }
  | { readonly kind: 'suggest'; readonly id: number; readonly word: string; readonly text: string }
  | { readonly kind: 'dictionary'; readonly tag: string; readonly aff: Uint8Array; readonly dic: Uint8Array }
  | { readonly kind: 'no-dictionary'; readonly tag: string; readonly message: string }

/** Messages from the worker to the window. */
export type SpellingReply =
  | { readonly kind: 'wanted'; readonly tag: string }
  | { readonly kind: 'checked'; readonly id: number; readonly found: readonly (readonly PlacedWord[])[] }
  | { readonly kind: 'suggested'; readonly id: number; readonly words: readonly string[] }
  | { readonly kind: 'unusable'; readonly tag: string; readonly message: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
