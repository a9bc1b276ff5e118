import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'

// Two sites may have the same name.
const siteKey = (): string | undefined => useSite.getState().site?.key

/** The last choice whether to redirect old addresses in the open site. */
export const redirectsHere = (): boolean => getSettings().redirects[siteKey() ?? ''] ?? false

/** Remembers the choice for the open site. */
export const rememberRedirects = (on: boolean): void => {
  const key = siteKey()
  if (key !== undefined && redirectsHere() !== on)
    changeSettings({ redirects: { ...getSettings().redirects, [key]: on } })
}
