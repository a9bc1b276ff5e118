import type { ImageChoices } from '../../shared/images/image-choices'
import { t } from '../../shared/texts/translate'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { Button } from '../ui/button'
import { Row, Section } from './settings-row'

const inWords = ({ width, format, metadata }: ImageChoices): string =>
  [
    width === null ? t('settings.originalSize') : t('settings.atMostWide', { width }),
    format === 'keep' ? t('settings.sameFormat') : format === 'webp' ? 'WebP' : 'AVIF',
    metadata === 'remove' ? t('settings.withoutMetadata') : t('settings.withMetadata'),
  ].join(', ')

const Remembered = ({ label, name }: { readonly label: string; readonly name: string }) => {
  const choices = useSettings((settings) => settings.imageImport[name])
  const all = useSettings((settings) => settings.imageImport)
  const forget = () => {
    const { [name]: _, ...others } = all
    changeSettings({ imageImport: others })
  }
  return (
    <Row
      label={label}
      explanation={
        choices ? t('settings.imageChoices', { choices: inWords(choices) }) : t('settings.askEachTime')
      }
    >
      {choices && <Button onClick={forget}>{t('settings.askAgain')}</Button>}
    </Row>
  )
}

/** How large images are imported, where that was to be remembered. */
export const ImageSettings = () => {
  const site = useSite((state) => state.site?.name)
  return (
    <Section name={t('settings.images')}>
      {site !== undefined && <Remembered label={t('settings.largeImagesIn', { site })} name={site} />}
      <Remembered label={t('settings.largeImagesElsewhere')} name="" />
    </Section>
  )
}
