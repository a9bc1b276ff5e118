import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'

const siteName = (): string | undefined => useSite.getState().site?.name

/** Whether old addresses are kept as redirects in the open site, as it was chosen last. */
export const redirectsHere = (): boolean => getSettings().redirects[siteName() ?? ''] ?? false

/** Keeps the choice for the open site. */
export const rememberRedirects = (on: boolean): void => {
  const name = siteName()
  if (name !== undefined && redirectsHere() !== on)
    changeSettings({ redirects: { ...getSettings().redirects, [name]: on } })
}
