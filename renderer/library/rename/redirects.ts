import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'

// Two sites may have one name.
const siteKey = (): string | undefined => useSite.getState().site?.key

/** Whether old addresses are kept as redirects in the open site, as it was chosen last. */
export const redirectsHere = (): boolean => getSettings().redirects[siteKey() ?? ''] ?? false

/** Keeps the choice for the open site. */
export const rememberRedirects = (on: boolean): void => {
  const key = siteKey()
  if (key !== undefined && redirectsHere() !== on)
    changeSettings({ redirects: { ...getSettings().redirects, [key]: on } })
}
