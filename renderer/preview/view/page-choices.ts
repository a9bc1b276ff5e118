import { featuresFor } from '../../../shared/generators/markdown-features'
import type { MarkdownFeatures } from '../../../shared/markdown/options/features'
import { getSettings, useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { useSiteLook } from './site-look'

/** The markdown features of the open site by its files and the settings. */
export const useFeatures = (): MarkdownFeatures => {
  const site = useSite((state) => state.site)
  const choice = useSettings((settings) => settings.markdown)
  const { of, look } = useSiteLook()
  const ofSite = site && of === site.displayPath ? look?.markdown : site?.markdown
  return featuresFor(site ?? 'plain', ofSite, choice)
}

/** Whether images from other servers may load for the open site. */
export const useRemoteImages = (): 'show' | 'hold' => {
  const site = useSite((state) => state.site)
  const allowed = useSettings((settings) => settings.remoteImages)
  return site && allowed.includes(site.key) ? 'show' : 'hold'
}

/** The same without a hook. */
export const featuresNow = (): MarkdownFeatures => {
  const { site } = useSite.getState()
  const { of, look } = useSiteLook.getState()
  const ofSite = site && of === site.displayPath ? look?.markdown : site?.markdown
  return featuresFor(site ?? 'plain', ofSite, getSettings().markdown)
}
