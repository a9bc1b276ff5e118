import type { Settings } from '../../../shared/settings'
import { getSettings, onSettingsChange } from '../settings-store'

/** The theme of the page: the user's choice or the system's. */
const themeOf = (chosen: Settings['theme'], systemIsDark: boolean): 'light' | 'dark' =>
  chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen

/** Keeps `data-theme` of the page in sync with the settings and the system. */
export const startTheme = (): void => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const show = () => {
    document.documentElement.dataset.theme = themeOf(getSettings().theme, dark.matches)
  }
  show()
  dark.addEventListener('change', show)
  onSettingsChange((settings, before) => {
    if (settings.theme !== before.theme) show()
  })
}
