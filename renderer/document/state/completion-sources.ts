import type { CompletionSource } from '@codemirror/autocomplete'
import { createRegistry } from '../../../shared/base/registry'

const sources = createRegistry<CompletionSource>()

/** Adds a completion source for the text of every post opened from now on. */
export const addCompletionSource = (source: CompletionSource): void => {
  sources.add(source)
}

/** Completion sources from outside the editor. */
export const completionSources = (): readonly CompletionSource[] => sources.all()
