import type { CompletionSource } from '@codemirror/autocomplete'

const sources: CompletionSource[] = []

/** Adds to what is completed in the text of every post that is opened from now on. */
export const addCompletionSource = (source: CompletionSource): void => {
  sources.push(source)
}

/** What others than the editor complete in the text. */
export const completionSources = (): readonly CompletionSource[] => sources
