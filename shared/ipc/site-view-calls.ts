import { z } from 'zod'
import { postId } from '../posts/post'
import { call, event, returns } from './define'

/** What the view of the site's own page shows. */
export type SiteViewState =
  | { readonly kind: 'looking' }
  /** Nothing answers at `address`, which is null where nothing says where it would be. */
  | { readonly kind: 'no-server'; readonly address: string | null; readonly start: string | null }
  /** A server runs at `address` and has not answered yet. */
  | { readonly kind: 'waiting'; readonly address: string }
  /** The address of the post's page cannot be told from its file. */
  | { readonly kind: 'no-page' }
  | {
      readonly kind: 'shown'
      readonly address: string
      readonly status: number
      /** The command that would show drafts, where the server has no such page. */
      readonly drafts: string | null
      /** Hosts that the page wanted something of. */
      readonly blocked: readonly string[]
    }
  /** It was shown, or should be, and cannot be. */
  | { readonly kind: 'stopped'; readonly message: string }

const pixels = z.number().int().min(-20_000).max(20_000)

/** A part of the window, in CSS pixels. */
const place = z.strictObject({ x: pixels, y: pixels, width: pixels.min(0), height: pixels.min(0) })
export type SiteViewPlace = z.infer<typeof place>

/** What opening a page in the browser came to. */
export type OpenedPage = { readonly kind: 'opened' } | { readonly kind: 'refused'; readonly reason: string }

export const siteViewCalls = {
  /** Shows the page of a post from the site's development server, as soon as that answers. */
  showSitePage: call(z.tuple([postId]), returns<void>()),
  /** Where in the window it is shown, and how much larger or smaller than usual. */
  placeSitePage: call(z.tuple([place, z.number().min(0.1).max(4)]), returns<void>()),
  /** Takes it away for something above it, and answers how it looked, as a JPEG; null where there is nothing. */
  coverSitePage: call(z.tuple([]), returns<Uint8Array | null>()),
  uncoverSitePage: call(z.tuple([]), returns<void>()),
  /** The post was saved: the page is loaded again, and again when the server has made it anew. */
  followSavedPage: call(z.tuple([]), returns<void>()),
  reloadSitePage: call(z.tuple([]), returns<void>()),
  focusSitePage: call(z.tuple([]), returns<void>()),
  closeSitePage: call(z.tuple([]), returns<void>()),
  /** The address at which the development server is looked for without a setting; null if unknown. */
  findUsualServer: call(z.tuple([]), returns<string | null>()),
  /** Opens the page of a post in the browser. */
  openPostIn: call(z.tuple([postId, z.enum(['live', 'development'])]), returns<OpenedPage>()),
} as const

export const siteViewEvents = {
  siteViewChanged: event<SiteViewState>(),
} as const
