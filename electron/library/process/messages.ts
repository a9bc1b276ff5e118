import type { AppErrorKind } from '../../../shared/app-error'
import type { CheckProgress, FindingsChanged } from '../../../shared/checks/findings/told'
import type { PostsChanged } from '../../../shared/ipc/library-calls'
import type { Packed } from '../../../shared/ipc/packed'
import type { MarkdownChoice } from '../../../shared/markdown/options/features'
import type { FolderImages } from '../../assets/catalog/folder-images'
import type { ImagePlans } from '../../assets/changes/image-plans'
import type { FolderPlans } from '../../posts/plans/folder-plans'
import type { FolderChecks } from '../checks/live/folder-checks'
import type { Library } from '../library'
import type { LibraryEvents, LibraryOptions, LibrarySite } from '../scan/options'

/** Calls to the checks of the open folder. */
export type CheckCall = 'checkText' | 'fixesOf' | 'countLinks' | 'checkLinks' | 'stopLinks'
export const checkCallNames: readonly CheckCall[] = [
  'checkText',
  'fixesOf',
  'countLinks',
  'checkLinks',
  'stopLinks',
]

/** Calls about its images. */
export type ImageCall =
  | 'lookAtImage'
  | 'makeImage'
  | 'images'
  | 'sameImages'
  | 'stopSameImages'
  | 'imageSizes'
  | 'imageWidths'
  | 'altTexts'
export const imageCallNames: readonly ImageCall[] = [
  'lookAtImage',
  'makeImage',
  'images',
  'sameImages',
  'stopSameImages',
  'imageSizes',
  'imageWidths',
  'altTexts',
]

/** Calls that plan changes to its files; the pages that plans need are in the same process. */
type PostPlanCall = 'planFiles' | 'planSteps' | 'planCopySteps' | 'takeSteps'
type ImagePlanCall = 'planImageFiles' | 'planImageSteps' | 'planReplacedSteps'
export type PlanCall = PostPlanCall | ImagePlanCall
export const planCallNames: readonly PlanCall[] = [
  'planFiles',
  'planSteps',
  'planCopySteps',
  'takeSteps',
  'planImageFiles',
  'planImageSteps',
  'planReplacedSteps',
]

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
/** All calls to the library's process. */
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
  Pick<FolderPlans & ImagePlans, PlanCall>
export type CallArgs<C extends LibraryCall> = Parameters<Answers[C]>
/** The result of a call; the list is passed to the window as it is, so it stays packed. */
export type CallResult<C extends LibraryCall> = C extends 'list'
  ? Packed<Awaited<ReturnType<Answers[C]>>>
  : Awaited<ReturnType<Answers[C]>>
/** Events of the checks. */
interface CheckEvents {
  readonly onFindings: (batch: FindingsChanged) => void
  readonly onCheckProgress: (progress: CheckProgress) => void
}
export type LibraryEvent = keyof LibraryEvents | keyof CheckEvents

/** Events of the library's process. */
export interface LibraryProcessEvents
  extends Omit<LibraryEvents, 'onPosts'>,
    Omit<CheckEvents, 'onFindings'> {
  readonly onFindings: (batch: Packed<FindingsChanged>) => void
  readonly onPosts: (batch: Packed<PostsChanged>) => void
}

/** The content of the first message: the options of a library without its listeners. */
export type LibrarySetup = Omit<LibraryOptions, LibraryEvent | 'now' | 'startReader' | 'onLooked'> & {
  readonly site: LibrarySite & { readonly markdown?: MarkdownChoice }
}

/** Messages from main to the library's process. */
export type ToLibrary =
  | { readonly type: 'open'; readonly setup: LibrarySetup }
  | {
      readonly type: 'call'
      readonly number: number
      readonly call: LibraryCall
      readonly args: readonly unknown[]
    }
  | { readonly type: 'close' }

/** Messages from the library's process to main. */
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
