import type { Settings } from '../../shared/settings'
import { closeDialog, useDialog } from '../base/dialogs'
import { isMac } from '../base/platform'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { Dialog } from '../ui/dialog'
import { NumberInput } from '../ui/number-input'
import { SegmentedControl } from '../ui/segmented-control'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { CheckSettings } from './check-settings'
import { EditorSettings } from './editor-settings'
import { ImageSettings } from './image-settings'
import { MarkdownSettings } from './markdown-settings'
import { PreviewSettings } from './preview-settings'
import styles from './settings-dialog.module.css'
import { Row, type RowProps, Section } from './settings-row'

const themes: readonly { readonly value: Settings['theme']; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const autosaves: readonly { readonly value: Settings['autosave']; readonly label: string }[] = [
  { value: 'afterDelay', label: 'After a pause' },
  { value: 'onFocusChange', label: 'When focus leaves the editor' },
  { value: 'off', label: 'Off' },
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
    <Section name="Saving">
      <Row label="Autosave" explanation="Unsaved text survives a crash either way.">
        <Select
          label="Autosave"
          value={autosave}
          options={autosaves}
          onChange={(chosen) => changeSettings({ autosave: chosen })}
        />
      </Row>
      {autosave === 'afterDelay' && (
        <Row label="Delay (seconds)">
          <NumberInput
            label="Delay (seconds)"
            value={delay / 1000}
            min={0.2}
            max={60}
            step={0.5}
            onChange={(seconds) => changeSettings({ autosaveDelay: Math.round(seconds * 1000) })}
          />
        </Row>
      )}
      <Row label="History size limit" explanation="In megabytes, for all folders.">
        <NumberInput
          label="History size limit"
          value={limit}
          min={10}
          max={100_000}
          step={50}
          onChange={(historyLimit) => changeSettings({ historyLimit })}
        />
      </Row>
    </Section>
  )
}

const Content = () => {
  const theme = useSettings((settings) => settings.theme)
  const pace = useSettings((settings) => settings.wordsPerMinute)
  const version = useSite((state) => state.version)
  return (
    <>
      <Section name="Appearance">
        <Row label="Theme">
          <SegmentedControl
            label="Theme"
            value={theme}
            options={themes}
            onChange={(chosen) => changeSettings({ theme: chosen })}
          />
        </Row>
        <EditorSettings />
        <SwitchRow of="lineNumbers" label="Line numbers" />
      </Section>
      <Section name="Writing">
        <SwitchRow of="spellcheck" label="Check spelling" />
        {!isMac && (
          <SwitchRow
            of="downloadDictionaries"
            label="Download spelling dictionaries"
            explanation="From Google's server, for the languages of your system. Without them no spelling is checked."
          />
        )}
        <SwitchRow of="smartQuotes" label="Smart quotes and dashes" />
        <SwitchRow of="syncScroll" label="Sync scrolling of editor and preview" />
        <Row label="Reading speed" explanation="Words per minute, for the reading time.">
          <NumberInput
            label="Reading speed"
            value={pace}
            min={80}
            max={600}
            step={10}
            onChange={(wordsPerMinute) => changeSettings({ wordsPerMinute })}
          />
        </Row>
      </Section>
      <Saving />
      <ImageSettings />
      <PreviewSettings />
      <MarkdownSettings />
      <CheckSettings />
      <p className={styles.explanation}>Postwright {version}</p>
    </>
  )
}

/** What the writer can choose; every change holds at once. */
export const SettingsDialog = () => {
  const open = useDialog((state) => state.open === 'settings')
  return (
    <Dialog open={open} onClose={closeDialog} title="Settings" width={520}>
      <Content />
    </Dialog>
  )
}
