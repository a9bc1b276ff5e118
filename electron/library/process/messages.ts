import type { AppErrorKind } from '../../../shared/app-error'
import type { CheckProgress, FindingsChanged } from '../../../shared/checks/findings/told'
import type { PostsChanged } from '../../../shared/ipc/library-calls'
import type { Packed } from '../../../shared/ipc/packed'
import type { MarkdownChoice } from '../../../shared/markdown/options/features'
import type { FolderImages } from '../../assets/catalog/folder-images'
import type { FolderPlans } from '../../posts/plans/folder-plans'
import type { FolderChecks } from '../checks/folder-checks'
import type { Library } from '../library'
import type { LibraryEvents, LibraryOptions, LibrarySite } from '../scan/options'

/** What is asked of the checks of the open folder. */
export type CheckCall = 'checkText' | 'fixesOf' | 'countLinks' | 'checkLinks' | 'stopLinks'
export const checkCallNames: readonly CheckCall[] = [
  'checkText',
  'fixesOf',
  'countLinks',
  'checkLinks',
  'stopLinks',
]

/** What is asked of its images. */
export type ImageCall = 'lookAtImage' | 'makeImage' | 'images' | 'imageSizes' | 'imageWidths' | 'altTexts'
export const imageCallNames: readonly ImageCall[] = [
  'lookAtImage',
  'makeImage',
  'images',
  'imageSizes',
  'imageWidths',
  'altTexts',
]

/** What is planned of its files: the pages that the plans go by are in the same process. */
export type PlanCall = 'planFiles' | 'planSteps' | 'planCopySteps' | 'takeSteps'
export const planCallNames: readonly PlanCall[] = ['planFiles', 'planSteps', 'planCopySteps', 'takeSteps']

type PostsCall =
  | 'list'
  | 'schema'
  | 'search'
  | 'quickOpen'
  | 'backlinks'
  | 'linkTargets'
  | 'pages'
  | 'naming'
  | 'linkExample'
  | 'problems'
  | 'ignoredPosts'
  | 'showIgnored'
  | 'refresh'
  | 'cancelScan'
  | 'windowAtRest'
/** What is asked of the library's process. */
export type LibraryCall = PostsCall | CheckCall | ImageCall | PlanCall
export const postsCallNames: readonly PostsCall[] = [
  'list',
  'schema',
  'search',
  'quickOpen',
  'backlinks',
  'linkTargets',
  'pages',
  'naming',
  'linkExample',
  'problems',
  'ignoredPosts',
  'showIgnored',
  'refresh',
  'cancelScan',
  'windowAtRest',
]

type Answers = Pick<Library, PostsCall> &
  Pick<FolderChecks, CheckCall> &
  Pick<FolderImages, ImageCall> &
  Pick<FolderPlans, PlanCall>
export type CallArgs<C extends LibraryCall> = Parameters<Answers[C]>
/** What a call answers; the list goes to the window as it comes, so it stays packed. */
export type CallResult<C extends LibraryCall> = C extends 'list'
  ? Packed<Awaited<ReturnType<Answers[C]>>>
  : Awaited<ReturnType<Answers[C]>>
/** What the checks tell. */
interface CheckEvents {
  readonly onFindings: (batch: FindingsChanged) => void
  readonly onCheckProgress: (progress: CheckProgress) => void
}
export type LibraryEvent = keyof LibraryEvents | keyof CheckEvents

/** What the library tells, as it comes out of its process. */
export interface LibraryProcessEvents
  extends Omit<LibraryEvents, 'onPosts'>,
    Omit<CheckEvents, 'onFindings'> {
  readonly onFindings: (batch: Packed<FindingsChanged>) => void
  readonly onPosts: (batch: Packed<PostsChanged>) => void
}

/** What is sent with the first message: everything a library needs but its listeners. */
export type LibrarySetup = Omit<LibraryOptions, LibraryEvent | 'now' | 'startReader' | 'onLooked'> & {
  readonly site: LibrarySite & { readonly markdown?: MarkdownChoice }
}

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
