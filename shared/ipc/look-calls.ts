import { z } from 'zod'
import type { ImageChoices } from '../images/image-choices'
import type { SiteMarkdown } from '../markdown/options/features'
import type { Shortcode } from '../shortcodes/shape'
import { call, returns } from './define'

/** A style sheet of the site, made so that it fetches nothing but images and fonts of the site. */
export interface SiteStyle {
  /** Path inside the site, `/` separated. */
  readonly path: string
  readonly text: string
  /** It has colours for the dark as well. */
  readonly dark: boolean
}

/** How the open site shows its posts, read anew each time. */
export interface SiteLook {
  readonly markdown: SiteMarkdown
  readonly styles: readonly SiteStyle[]
  /** Texts to insert that `postwright.json` has, by their names. */
  readonly snippets: Readonly<Record<string, string>>
  /** How `postwright.json` says that large images are imported; null where it says nothing. */
  readonly images: ImageChoices | null
  /** Settings or `postwright.json` name the style sheets; else they are those that such a site usually has. */
  readonly named: boolean
  /** Style sheets that are named and cannot be shown, each with the reason. */
  readonly problems: readonly string[]
}

export const lookCalls = {
  /** The markdown and the style sheets of the open site. */
  siteLook: call(z.tuple([]), returns<SiteLook>()),
  /** The shortcodes, includes and components of the open site. */
  siteShortcodes: call(z.tuple([]), returns<readonly Shortcode[]>()),
  /** A Mermaid diagram as SVG, not yet made safe. Rejects where it cannot be drawn, with what is wrong in words. */
  drawDiagram: call(z.tuple([z.string().max(50_000), z.boolean()]), returns<string>()),
} as const
