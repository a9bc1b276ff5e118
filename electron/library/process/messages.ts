import type { AppErrorKind } from '../../../shared/app-error'
import type { PostsChanged } from '../../../shared/ipc/library-calls'
import type { Packed } from '../../../shared/ipc/packed'
import type { Library } from '../library'
import type { LibraryEvents, LibraryOptions } from '../scan/options'

/** The calls that the library answers in its own process. */
export type LibraryCall =
  | 'list'
  | 'schema'
  | 'search'
  | 'quickOpen'
  | 'backlinks'
  | 'relatedPosts'
  | 'linkExample'
  | 'problems'
  | 'refresh'
  | 'cancelScan'
  | 'windowAtRest'
export const libraryCallNames: readonly LibraryCall[] = [
  'list',
  'schema',
  'search',
  'quickOpen',
  'backlinks',
  'relatedPosts',
  'linkExample',
  'problems',
  'refresh',
  'cancelScan',
  'windowAtRest',
]

export type CallArgs<C extends LibraryCall> = Parameters<Library[C]>
/** What a call answers; the list goes to the window as it comes, so it stays packed. */
export type CallResult<C extends LibraryCall> = C extends 'list'
  ? Packed<Awaited<ReturnType<Library[C]>>>
  : Awaited<ReturnType<Library[C]>>
export type LibraryEvent = keyof LibraryEvents

/** What the library tells, as it comes out of its process. */
export interface LibraryProcessEvents extends Omit<LibraryEvents, 'onPosts'> {
  readonly onPosts: (batch: Packed<PostsChanged>) => void
}

/** What is sent with the first message: everything a library needs but its listeners. */
export type LibrarySetup = Omit<LibraryOptions, LibraryEvent | 'now' | 'startReader'>

/** Main to the library's process. */
export type ToLibrary =
  | { readonly type: 'open'; readonly setup: LibrarySetup }
  | {
      readonly type: 'call'
      readonly number: number
      readonly call: LibraryCall
      readonly args: readonly unknown[]
    }
  | { readonly type: 'close' }

/** The library's process to main. */
export type FromLibrary =
  | { readonly type: 'answer'; readonly number: number; readonly value: unknown }
  | {
      readonly type: 'refusal'
      readonly number: number
      readonly kind: AppErrorKind
      readonly message: string
    }
  | { readonly type: 'event'; readonly event: LibraryEvent; readonly payload: unknown }
  | { readonly type: 'closed' }
