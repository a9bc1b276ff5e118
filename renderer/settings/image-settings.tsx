import type { ImageChoices } from '../../shared/images/image-choices'
import { t } from '../../shared/texts/translate'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { useSiteImages } from '../document/images/site-images'
import { Button } from '../ui/button'
import { Row, Section } from './settings-row'

const inWords = ({ width, format, metadata }: ImageChoices, source: 'user' | 'site' = 'user'): string =>
  t('settings.imageChoices', { width: width ?? 0, format, metadata, source })

interface RememberedProps {
  readonly label: string
  /** The site's key; empty for all sites. */
  readonly name: string
  /** The text if the user has not chosen anything. */
  readonly otherwise: string
}

const Remembered = ({ label, name, otherwise }: RememberedProps) => {
  const choices = useSettings((settings) => settings.imageImport[name])
  const all = useSettings((settings) => settings.imageImport)
  const forget = () => {
    const { [name]: _, ...others } = all
    changeSettings({ imageImport: others })
  }
  return (
    <Row label={label} explanation={choices ? inWords(choices) : otherwise}>
      {choices && <Button onClick={forget}>{t('settings.askAgain')}</Button>}
    </Row>
  )
}

/** Whether pasted images from other sites are copied into the site without asking. */
const PastedImages = ({ site }: { readonly site: { readonly key: string; readonly name: string } }) => {
  const always = useSettings((settings) => settings.copyRemoteImages)
  const isKnown = always.includes(site.key)
  return (
    <Row
      label={t('settings.pastedImagesIn', { site: site.name })}
      explanation={isKnown ? t('settings.pastedCopied') : t('settings.askEachTime')}
    >
      {isKnown && (
        <Button
          onClick={() => changeSettings({ copyRemoteImages: always.filter((key) => key !== site.key) })}
        >
          {t('settings.askAgain')}
        </Button>
      )}
    </Row>
  )
}

/** Remembered choices for importing images. */
export const ImageSettings = () => {
  const site = useSite((state) => state.site)
  const said = useSiteImages((state) => state.choices)
  const forAll = useSettings((settings) => settings.imageImport[''])
  const otherwise = said
    ? inWords(said, 'site')
    : forAll
      ? t('settings.asInOtherSites')
      : t('settings.askEachTime')
  return (
    <Section name={t('settings.images')}>
      {site && (
        <Remembered
          label={t('settings.largeImagesIn', { site: site.name })}
          name={site.key}
          otherwise={otherwise}
        />
      )}
      <Remembered label={t('settings.largeImagesElsewhere')} name="" otherwise={t('settings.askEachTime')} />
      {site && <PastedImages site={site} />}
    </Section>
  )
}
