import type { Settings } from '../../shared/settings'
import { closeDialog, useDialog } from '../base/dialogs'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { Dialog } from '../ui/dialog'
import { NumberInput } from '../ui/number-input'
import { SegmentedControl } from '../ui/segmented-control'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
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
  { value: 'afterDelay', label: 'When you rest' },
  { value: 'onFocusChange', label: 'When you leave the text' },
  { value: 'off', label: 'Only when you save' },
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
      <Row label="Save by itself" explanation="A crash loses nothing either way: unsaved text is kept aside.">
        <Select
          label="Save by itself"
          value={autosave}
          options={autosaves}
          onChange={(chosen) => changeSettings({ autosave: chosen })}
        />
      </Row>
      {autosave === 'afterDelay' && (
        <Row label="Seconds of rest before it saves">
          <NumberInput
            label="Seconds of rest before it saves"
            value={delay / 1000}
            min={0.2}
            max={60}
            step={0.5}
            onChange={(seconds) => changeSettings({ autosaveDelay: Math.round(seconds * 1000) })}
          />
        </Row>
      )}
      <Row label="Room for earlier versions" explanation="Megabytes, of all folders together.">
        <NumberInput
          label="Room for earlier versions"
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
  const size = useSettings((settings) => settings.editorFontSize)
  const pace = useSettings((settings) => settings.wordsPerMinute)
  const version = useSite((state) => state.version)
  return (
    <>
      <Section name="Look">
        <Row label="Theme">
          <SegmentedControl
            label="Theme"
            value={theme}
            options={themes}
            onChange={(chosen) => changeSettings({ theme: chosen })}
          />
        </Row>
        <Row label="Text size of the editor">
          <NumberInput
            label="Text size of the editor"
            value={size}
            min={10}
            max={28}
            step={0.5}
            onChange={(editorFontSize) => changeSettings({ editorFontSize })}
          />
        </Row>
        <SwitchRow of="lineNumbers" label="Line numbers" />
      </Section>
      <Section name="Writing">
        <SwitchRow of="spellcheck" label="Check spelling" />
        <SwitchRow of="syncScroll" label="Editor and preview scroll together" />
        <Row label="Reading pace" explanation="Words a minute, for the reading time.">
          <NumberInput
            label="Reading pace"
            value={pace}
            min={80}
            max={600}
            step={10}
            onChange={(wordsPerMinute) => changeSettings({ wordsPerMinute })}
          />
        </Row>
      </Section>
      <Saving />
      <PreviewSettings />
      <MarkdownSettings />
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
