import type { SaveResult } from '../../shared/post'
import type { QuickSave } from './quick-save'

/** What the thread is told: a save, and that the file of a save may be replaced. */
export type ToSaveThread =
  | { readonly kind: 'save'; readonly number: number; readonly save: QuickSave<Uint8Array<ArrayBuffer>> }
  | { readonly kind: 'replace'; readonly number: number }

/** What the thread tells: which file a save is about to replace, and its result with the memory of its bytes. */
export type FromSaveThread =
  | { readonly kind: 'file'; readonly number: number; readonly path: string }
  | {
      readonly kind: 'done'
      readonly number: number
      readonly result: SaveResult | null
      readonly bytes: Uint8Array<ArrayBuffer>
    }
