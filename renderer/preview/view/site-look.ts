import { useEffect } from 'react'
import { create } from 'zustand'
import type { SiteLook, SiteStyle } from '../../../shared/ipc/look-calls'
import type { SiteInfo } from '../../../shared/site/site-info'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { setSiteSnippets } from '../../base/insertions/snippets'
import { showError, showNotice } from '../../base/notices'
import { changeSettings, getSettings, onSettingsChange, useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { setSiteImages } from '../../document/images/site-images'

interface LookState {
  /** The folder that the style belongs to. */
  readonly of: string | null
  readonly look: SiteLook | null
}

/** How the open site shows its posts, as last read. */
export const useSiteLook = create<LookState>(() => ({ of: null, look: null }))

const read = async (site: SiteInfo): Promise<void> => {
  const look = await api.siteLook()
  if (useSite.getState().site !== site) return // another folder was opened meanwhile
  const { of, look: before } = useSiteLook.getState()
  if (of === site.displayPath && JSON.stringify(look) === JSON.stringify(before)) return
  useSiteLook.setState({ of: site.displayPath, look })
  setSiteSnippets(look.snippets)
  setSiteImages(look.images)
  const known = of === site.displayPath ? (before?.problems ?? []) : []
  for (const text of look.problems)
    if (!known.includes(text)) showNotice({ kind: 'warning', text: t('preview.previewProblem', { text }) })
}

/** Reads the style of the open site, and again when the window gets focus or the style sheets in the settings change. */
export const useLookOfSite = (): void => {
  const site = useSite((state) => state.site)
  useEffect(() => {
    if (!site) return
    const look = () => {
      read(site).catch((error: unknown) => showError(error, t('preview.lookNotRead')))
    }
    look()
    window.addEventListener('focus', look)
    const stop = onSettingsChange((settings, before) => {
      if (settings.previewStyles !== before.previewStyles) look()
    })
    const stopFile = api.on('siteSettingsChanged', look)
    return () => {
      window.removeEventListener('focus', look)
      stopFile()
      stop()
    }
  }, [site])
}

/** Whether the preview uses the site's own style; null if the site has none that can be used. */
export const useSiteStyle = (): boolean | null => {
  const key = useSite((state) => state.site?.key ?? '')
  const look = useSiteLook((state) => state.look)
  const chosen = useSettings((settings) => settings.siteStyle[key])
  return look === null || look.styles.length === 0 ? null : (chosen ?? look.named)
}

/** Turns the site's own style in the preview on or off, and remembers that for the site. */
export const wearSiteStyle = (on: boolean): void => {
  const key = useSite.getState().site?.key
  if (key !== undefined) changeSettings({ siteStyle: { ...getSettings().siteStyle, [key]: on } })
}

const none: readonly SiteStyle[] = []

/** The current style sheets of the page. */
export const useWornStyles = (): readonly SiteStyle[] => {
  const styles = useSiteLook((state) => state.look?.styles ?? none)
  return useSiteStyle() ? styles : none
}
