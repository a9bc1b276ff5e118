import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import { changeSettings, getSettings, useSettings } from '../../base/settings-store'

const narrow = window.matchMedia('(max-width: 760px)')

const useDrawer = create<{ readonly open: boolean }>(() => ({ open: false }))

const subscribe = (changed: () => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the sidebar is shown, and whether it covers the text because the window is narrow. */
export const useSidebar = (): { readonly shown: boolean; readonly over: boolean } => {
  const over = useSyncExternalStore(subscribe, () => narrow.matches)
  const open = useDrawer((state) => state.open)
  const wanted = useSettings((settings) => settings.sidebar)
  return { shown: over ? open : wanted, over }
}

/** Shows or hides the sidebar. In a narrow window this is not remembered. */
export const showSidebar = (shown: boolean): void => {
  if (narrow.matches) useDrawer.setState({ open: shown })
  else if (getSettings().sidebar !== shown) changeSettings({ sidebar: shown })
}

/** Toggles the sidebar. */
export const toggleSidebar = (): void =>
  showSidebar(narrow.matches ? !useDrawer.getState().open : !getSettings().sidebar)

/** Hides a sidebar that covers the text. */
export const closeDrawer = (): void => useDrawer.setState({ open: false })
