import { productName } from '../../shared/product-name'
import type { Settings } from '../../shared/settings'
import { t } from '../../shared/texts/translate'
import { closeDialog, useDialog } from '../base/dialogs'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { Dialog } from '../ui/dialog'
import { SegmentedControl } from '../ui/segmented-control'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { CheckSettings } from './check-settings'
import { EditorSettings } from './editor-settings'
import { ImageSettings } from './image-settings'
import { MarkdownSettings } from './markdown-settings'
import { PreviewSettings } from './preview-settings'
import styles from './settings-dialog.module.css'
import { NumberRow, Row, type RowProps, Section } from './settings-row'
import { SnippetSettings } from './snippet-settings'
import { SpellingSettings } from './spelling-settings'

const themes: readonly { readonly value: Settings['theme']; readonly label: string }[] = [
  { value: 'system', label: t('settings.themeSystem') },
  { value: 'light', label: t('settings.themeLight') },
  { value: 'dark', label: t('settings.themeDark') },
]

const autosaves: readonly { readonly value: Settings['autosave']; readonly label: string }[] = [
  { value: 'afterDelay', label: t('settings.afterPause') },
  { value: 'onFocusChange', label: t('settings.onFocusChange') },
  { value: 'off', label: t('settings.off') },
]

const keyBindings: readonly { readonly value: Settings['editorKeys']; readonly label: string }[] = [
  { value: 'standard', label: t('settings.keysStandard') },
  { value: 'vim', label: 'Vim' },
  { value: 'emacs', label: 'Emacs' },
]

type SwitchKey = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings]

const SwitchRow = ({ of, ...words }: Omit<RowProps, 'children'> & { readonly of: SwitchKey }) => {
  const checked = useSettings((settings) => settings[of])
  return (
    <Row {...words}>
      <Switch
        aria-label={words.label}
        checked={checked}
        onCheckedChange={(next) => changeSettings({ [of]: next })}
      />
    </Row>
  )
}

const Saving = () => {
  const autosave = useSettings((settings) => settings.autosave)
  const delay = useSettings((settings) => settings.autosaveDelay)
  const limit = useSettings((settings) => settings.historyLimit)
  return (
    <Section name={t('settings.saving')}>
      <Row label={t('settings.autosave')} explanation={t('settings.autosaveHint')}>
        <Select
          label={t('settings.autosave')}
          value={autosave}
          options={autosaves}
          onChange={(chosen) => changeSettings({ autosave: chosen })}
        />
      </Row>
      {autosave === 'afterDelay' && (
        <NumberRow
          label={t('settings.delay')}
          value={delay / 1000}
          min={0.2}
          max={60}
          step={0.5}
          onChange={(seconds) => changeSettings({ autosaveDelay: Math.round(seconds * 1000) })}
        />
      )}
      <NumberRow
        label={t('settings.historyLimit')}
        explanation={t('settings.historyLimitHint')}
        value={limit}
        min={10}
        max={100_000}
        step={50}
        onChange={(historyLimit) => changeSettings({ historyLimit })}
      />
    </Section>
  )
}

const Content = () => {
  const theme = useSettings((settings) => settings.theme)
  const keys = useSettings((settings) => settings.editorKeys)
  const pace = useSettings((settings) => settings.wordsPerMinute)
  const version = useSite((state) => state.version)
  return (
    <>
      <Section name={t('settings.appearance')}>
        <Row label={t('settings.theme')}>
          <SegmentedControl
            label={t('settings.theme')}
            value={theme}
            options={themes}
            onChange={(chosen) => changeSettings({ theme: chosen })}
          />
        </Row>
        <EditorSettings />
        <SwitchRow of="lineNumbers" label={t('settings.lineNumbers')} />
      </Section>
      <Section name={t('settings.writing')}>
        <Row label={t('settings.keyBindings')} explanation={t('settings.keyBindingsHint')}>
          <Select
            label={t('settings.keyBindings')}
            value={keys}
            options={keyBindings}
            onChange={(chosen) => changeSettings({ editorKeys: chosen })}
          />
        </Row>
        <SwitchRow
          of="styleHints"
          label={t('settings.styleHints')}
          explanation={t('settings.styleHintsHint')}
        />
        <SwitchRow of="smartQuotes" label={t('settings.smartQuotes')} />
        <SwitchRow of="syncScroll" label={t('settings.syncScroll')} />
        <NumberRow
          label={t('settings.readingSpeed')}
          explanation={t('settings.readingSpeedHint')}
          value={pace}
          min={80}
          max={600}
          step={10}
          onChange={(wordsPerMinute) => changeSettings({ wordsPerMinute })}
        />
      </Section>
      <SpellingSettings />
      <SnippetSettings />
      <Saving />
      <ImageSettings />
      <PreviewSettings />
      <MarkdownSettings />
      <CheckSettings />
      <p className={styles.explanation}>{`${productName} ${version}`}</p>
    </>
  )
}

/** The settings; every change takes effect immediately. */
export const SettingsDialog = () => {
  const open = useDialog((state) => state.open === 'settings')
  return (
    <Dialog open={open} onClose={closeDialog} title={t('settings.settings')} width={520}>
      <Content />
    </Dialog>
  )
}
