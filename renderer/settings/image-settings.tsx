import type { ImageChoices } from '../../shared/images/image-choices'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { Button } from '../ui/button'
import { Row, Section } from './settings-row'

const inWords = ({ width, format, metadata }: ImageChoices): string =>
  [
    width === null ? 'Original size' : `At most ${width.toLocaleString('en')} pixels wide`,
    format === 'keep' ? 'same format' : format === 'webp' ? 'WebP' : 'AVIF',
    metadata === 'remove' ? 'without location and camera data' : 'with location and camera data',
  ].join(', ')

const Remembered = ({ label, name }: { readonly label: string; readonly name: string }) => {
  const choices = useSettings((settings) => settings.imageImport[name])
  const all = useSettings((settings) => settings.imageImport)
  const forget = () => {
    const { [name]: _, ...others } = all
    changeSettings({ imageImport: others })
  }
  return (
    <Row label={label} explanation={choices ? `${inWords(choices)}.` : 'Asked for each time.'}>
      {choices && <Button onClick={forget}>Ask again</Button>}
    </Row>
  )
}

/** How large images are imported, where that was to be remembered. */
export const ImageSettings = () => {
  const site = useSite((state) => state.site?.name)
  return (
    <Section name="Images">
      {site !== undefined && <Remembered label={`Large images in ${site}`} name={site} />}
      <Remembered label="Large images in other sites" name="" />
    </Section>
  )
}
