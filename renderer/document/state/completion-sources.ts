import type { CompletionSource } from '@codemirror/autocomplete'

const sources: CompletionSource[] = []

/** Adds a completion source for the text of every post opened from now on. */
export const addCompletionSource = (source: CompletionSource): void => {
  sources.push(source)
}

/** Completion sources from outside the editor. */
export const completionSources = (): readonly CompletionSource[] => sources
