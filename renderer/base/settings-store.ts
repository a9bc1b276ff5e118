import { create } from 'zustand'
import { defaultSettings, type Settings, type SettingsPatch } from '../../shared/settings'
import { t } from '../../shared/texts/translate'
import { api } from './api'
import { showError } from './notices'

const useStore = create<Settings>(() => defaultSettings)

/** A part of the settings, as a hook. */
export const useSettings = <T>(selector: (settings: Settings) => T): T => useStore(selector)

/** The current settings. */
export const getSettings = (): Settings => useStore.getState()

/** Listens to changes of the settings; returns an unsubscribe function. */
export const onSettingsChange = (listener: (settings: Settings, before: Settings) => void): (() => void) =>
  useStore.subscribe(listener)

/** Sets the settings that main has read. */
export const startSettings = (settings: Settings): void => useStore.setState(settings)

/** Changes settings immediately and saves them. */
export const changeSettings = (patch: SettingsPatch): void => {
  const defined = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  useStore.setState(defined)
  api.changeSettings(patch).catch((error) => showError(error, t('app.settingNotSaved')))
}
