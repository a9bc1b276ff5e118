import type { CompletionResult, CompletionSource } from '@codemirror/autocomplete'

/**
 * One completion source for many: that of the first which offers something. CodeMirror asks every source without an
 * offer again after each letter, and lets no key choose from an open list until the last has answered.
 */
export const firstOffer =
  (sources: readonly CompletionSource[]): CompletionSource =>
  async (context): Promise<CompletionResult | null> => {
    for (const source of sources) {
      const offer = await source(context)
      if (context.aborted) return null
      if (offer) return offer
    }
    return null
  }
