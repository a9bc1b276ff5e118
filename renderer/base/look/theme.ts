import type { Settings } from '../../../shared/settings'
import { getSettings, onSettingsChange } from '../settings-store'

/** What the page shows: the writer's choice, or the system's where the choice is left to it. */
const themeOf = (chosen: Settings['theme'], systemIsDark: boolean): 'light' | 'dark' =>
  chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen

/** Keeps `data-theme` of the page in step with the settings and the system. */
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
