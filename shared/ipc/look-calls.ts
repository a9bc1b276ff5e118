import { z } from 'zod'
import type { ImageChoices } from '../images/image-choices'
import type { SiteMarkdown } from '../markdown/options/features'
import type { Shortcode } from '../shortcodes/shape'
import { call, returns } from './define'

/** A style sheet of the site, restricted to images and fonts of the site. */
export interface SiteStyle {
  /** Path inside the site, `/` separated. */
  readonly path: string
  readonly text: string
  /** It supports dark mode. */
  readonly dark: boolean
}

/** How the open site shows its posts; read again each time. */
export interface SiteLook {
  readonly markdown: SiteMarkdown
  readonly styles: readonly SiteStyle[]
  /** The snippets in `postwright.json` by name. */
  readonly snippets: Readonly<Record<string, string>>
  /** How to import large images by `postwright.json`; null if not set. */
  readonly images: ImageChoices | null
  /** Whether settings or `postwright.json` name the style sheets; otherwise they are the generator's usual ones. */
  readonly named: boolean
  /** Style sheets that cannot be used, with the reasons. */
  readonly problems: readonly string[]
}

export const lookCalls = {
  /** The markdown and the style sheets of the open site. */
  siteLook: call(z.tuple([]), returns<SiteLook>()),
  /** The shortcodes, includes and components of the open site, with those at paths that a post imports. */
  siteShortcodes: call(
    z.tuple([z.array(z.string().min(1).max(500)).max(200)]),
    returns<readonly Shortcode[]>(),
  ),
  /** A Mermaid diagram as SVG, not yet sanitized. Rejects with a message if it cannot be drawn. */
  drawDiagram: call(z.tuple([z.string().max(50_000), z.boolean()]), returns<string>()),
} as const
