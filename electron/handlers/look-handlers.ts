import { allChoices } from '../../shared/images/image-choices'
import type { lookCalls } from '../../shared/ipc/look-calls'
import type { Settings } from '../../shared/settings'
import type { Diagrams } from '../diagrams/diagrams'
import type { HandlersOf } from '../security/ipc'
import { readPreferences } from '../site/detect/preferences'
import type { Site } from '../site/detect-site'
import { findShortcodes } from '../site/shortcodes/find-shortcodes'
import { readSiteMarkdown } from '../site/site-preferences'
import { namedStyles, usualStyles } from '../site/site-styles'

export interface LookHandlersOptions {
  /** The open site; throws an AppError if none is open. */
  readonly site: () => Site
  readonly settings: () => Settings
  readonly drawDiagram: Diagrams['draw']
}

/** The call about the style of the open site's pages. The user's settings override the site's. */
export const lookHandlers = ({
  site,
  settings,
  drawDiagram,
}: LookHandlersOptions): HandlersOf<typeof lookCalls> => ({
  drawDiagram,
  siteShortcodes: (imported) => findShortcodes(site().root, site().profile, imported),
  siteLook: async () => {
    const open = site()
    const [markdown, { preview, snippets = {}, images }] = await Promise.all([
      readSiteMarkdown(open.root, open.profile),
      readPreferences(open.root),
    ])
    const names = settings().previewStyles[open.key] ?? preview?.css
    const found = names ? await namedStyles(open, names) : await usualStyles(open)
    return {
      markdown,
      snippets,
      images: images ? allChoices(images) : null,
      ...found,
      named: names !== undefined,
    }
  },
})
