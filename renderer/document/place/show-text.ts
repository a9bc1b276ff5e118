import { changeSettings, getSettings } from '../../base/settings-store'

/** Makes sure that the text is shown: a layout without it gives way. */
export const showText = (): void => {
  if (getSettings().layout === 'preview') changeSettings({ layout: 'split' })
}
