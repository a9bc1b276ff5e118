import { z } from 'zod'
import { loadJson } from '../../../disk/json-file'
import type { PageState } from './ask-page'

/** What a site answered for a page, and when, in milliseconds since 1970. */
export interface KeptPage {
  readonly at: number
  readonly state: PageState
}

/** The pages that were requested earlier, by address. */
export interface KeptPages {
  readonly read: () => Promise<ReadonlyMap<string, KeptPage>>
  readonly write: (pages: ReadonlyMap<string, KeptPage>) => Promise<void>
}

const file = z.object({
  pages: z.array(
    z.tuple([
      z.string().max(10_000),
      z.number(),
      z.enum(['there', 'unsure', 'dead', 'no-host']),
      z.string().max(500),
    ]),
  ),
})

/** Keeps pages in a file, so that a restart does not request them again. */
export const keptPages = (path: string, onNote: (note: string) => void): KeptPages => {
  const loading = async () => {
    const { file: found, notice } = await loadJson(path, file, { pages: [] })
    if (notice !== null) onNote(notice)
    return found
  }
  let loaded: ReturnType<typeof loading> | null = null
  const opened = () => {
    loaded ??= loading()
    return loaded
  }
  return {
    read: async () => {
      const { pages } = (await opened()).value()
      return new Map(
        pages.map(([address, at, kind, why]) => [
          address,
          { at, state: kind === 'dead' || kind === 'no-host' ? { kind, why } : { kind } },
        ]),
      )
    },
    write: async (pages) => {
      const kept = [...pages].flatMap(([address, { at, state }]): z.infer<typeof file>['pages'] =>
        state.kind === 'later' ? [] : [[address, at, state.kind, 'why' in state ? state.why : '']],
      )
      await (await opened()).set({ pages: kept })
    },
  }
}
