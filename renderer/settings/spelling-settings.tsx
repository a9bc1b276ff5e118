import { X } from 'lucide-react'
import { useEffect } from 'react'
import type { DictionaryInfo } from '../../shared/ipc/spelling-calls'
import { productName } from '../../shared/product-name'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { isMac } from '../base/platform'
import { changeSettings, getSettings, useSettings } from '../base/settings-store'
import { forgetWord, loadDictionaries, useDictionaries } from '../base/spelling/dictionaries'
import { Button, IconButton } from '../ui/button'
import { Switch } from '../ui/switch'
import styles from './settings-dialog.module.css'
import { Row, Section } from './settings-row'

const names = new Intl.DisplayNames('en', { type: 'language' })

/** The display name of a language, followed by a dictionary's own variant name. */
const nameOf = (tag: string): string => {
  const [language = tag, region] = tag.split('-')
  const known = names.of(
    region !== undefined && /^[A-Z]{2}$/.test(region) ? `${language}-${region}` : language,
  )
  const rest = tag.split('-').slice(region !== undefined && /^[A-Z]{2}$/.test(region) ? 2 : 1)
  return [known ?? tag, ...rest].join(' ')
}

const sources: Readonly<Record<DictionaryInfo['source'], string>> = {
  app: t('spelling.fromApp', { app: productName }),
  system: t('spelling.fromSystem'),
  installed: t('spelling.installedByYou'),
}

const install = async (): Promise<void> => {
  const installed = await api.installDictionary()
  if (installed.length === 0) return
  await loadDictionaries()
  const language = installed.map(({ tag }) => nameOf(tag)).join(', ')
  showNotice({ kind: 'info', text: t('spelling.installed', { language }) })
}

const remove = async (tag: string): Promise<void> => {
  await api.removeDictionary(tag)
  await loadDictionaries()
}

const setAlways = (tag: string, on: boolean): void => {
  const others = getSettings().spellingLanguages.filter((known) => known !== tag)
  changeSettings({ spellingLanguages: on ? [...others, tag].slice(-10) : others })
}

const DictionaryRow = ({ tag, source }: DictionaryInfo) => {
  const always = useSettings((settings) => settings.spellingLanguages.includes(tag))
  const name = nameOf(tag)
  return (
    <Row label={name} explanation={sources[source]}>
      <span className={styles.controls}>
        {source === 'installed' && (
          <Button
            aria-label={t('spelling.removeNamed', { name })}
            onClick={() => void remove(tag).catch(showError)}
          >
            {t('spelling.remove')}
          </Button>
        )}
        <Switch
          aria-label={t('spelling.useAlways', { language: name })}
          checked={always}
          onCheckedChange={(on) => setAlways(tag, on)}
        />
      </span>
    </Row>
  )
}

const TaughtWords = () => {
  const words = useDictionaries((state) => state.taught.personal)
  if (words.length === 0) return null
  return (
    <Row label={t('spelling.yourWords')} explanation={t('spelling.yourWordsHint')}>
      <ul className={styles.chips}>
        {words.map((word) => (
          <li key={word} className={styles.chip}>
            {word}
            <IconButton
              label={t('spelling.removeNamed', { name: word })}
              onClick={() => forgetWord(word, 'personal')}
            >
              <X size={12} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </Row>
  )
}

/** The spelling settings. */
export const SpellingSettings = () => {
  const spellcheck = useSettings((settings) => settings.spellcheck)
  const downloads = useSettings((settings) => settings.downloadDictionaries)
  const known = useDictionaries((state) => state.known)
  const isOurs = spellcheck && !isMac && !downloads
  useEffect(() => void loadDictionaries().catch(showError), [])
  return (
    <Section name={t('spelling.spelling')}>
      <Row label={t('spelling.check')} {...(isMac && { explanation: t('spelling.checkedByMacOs') })}>
        <Switch
          aria-label={t('spelling.check')}
          checked={spellcheck}
          onCheckedChange={(on) => changeSettings({ spellcheck: on })}
        />
      </Row>
      {!isMac && (
        <Row label={t('spelling.download')} explanation={t('spelling.downloadHint')}>
          <Switch
            aria-label={t('spelling.download')}
            checked={downloads}
            onCheckedChange={(on) => changeSettings({ downloadDictionaries: on })}
          />
        </Row>
      )}
      {isOurs && (
        <>
          <p className={styles.explanation}>{t('spelling.howItWorks')}</p>
          {known.map((dictionary) => (
            <DictionaryRow key={dictionary.tag} {...dictionary} />
          ))}
          <Row label={t('spelling.anotherLanguage')} explanation={t('spelling.anotherLanguageHint')}>
            <Button onClick={() => void install().catch(showError)}>{t('spelling.install')}</Button>
          </Row>
          <TaughtWords />
        </>
      )}
    </Section>
  )
}
