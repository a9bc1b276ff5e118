import { changeSettings, useSettings } from '../base/settings-store'
import { NumberInput } from '../ui/number-input'
import { Select } from '../ui/select'
import { TextInput } from '../ui/text-input'
import { Row } from './settings-row'

const bundled = [
  { value: '', label: 'Default' },
  { value: 'JetBrains Mono Variable', label: 'JetBrains Mono' },
  { value: 'Source Serif 4 Variable', label: 'Source Serif' },
  { value: 'Inter Variable', label: 'Inter' },
] as const

const isBundled = (font: string): boolean => bundled.some(({ value }) => value === font)

const Font = () => {
  const font = useSettings((settings) => settings.editorFont)
  return (
    <>
      <Row label="Editor font">
        <Select
          label="Editor font"
          value={isBundled(font) ? font : 'system'}
          options={[...bundled, { value: 'system', label: 'Installed font' }]}
          onChange={(chosen) => changeSettings({ editorFont: chosen === 'system' ? 'Georgia' : chosen })}
        />
      </Row>
      {!isBundled(font) && (
        <Row label="Name of the font" explanation="As the system lists it.">
          <TextInput
            aria-label="Name of the font"
            defaultValue={font}
            onBlur={({ currentTarget }) => {
              const name = currentTarget.value.replace(/["\\\n;{}]/g, '').trim()
              if (name !== '' && name !== font) changeSettings({ editorFont: name.slice(0, 100) })
            }}
          />
        </Row>
      )}
    </>
  )
}

/** Font and measures of the text. */
export const EditorSettings = () => {
  const size = useSettings((settings) => settings.editorFontSize)
  const width = useSettings((settings) => settings.editorWidth)
  const lineHeight = useSettings((settings) => settings.editorLineHeight)
  return (
    <>
      <Font />
      <Row label="Editor font size">
        <NumberInput
          label="Editor font size"
          value={size}
          min={10}
          max={28}
          step={0.5}
          onChange={(editorFontSize) => changeSettings({ editorFontSize })}
        />
      </Row>
      <Row label="Line width" explanation="In characters.">
        <NumberInput
          label="Line width"
          value={width}
          min={40}
          max={160}
          step={5}
          onChange={(editorWidth) => changeSettings({ editorWidth })}
        />
      </Row>
      <Row label="Line height">
        <NumberInput
          label="Line height"
          value={lineHeight}
          min={1.2}
          max={2.6}
          step={0.05}
          onChange={(next) => changeSettings({ editorLineHeight: Math.round(next * 100) / 100 })}
        />
      </Row>
    </>
  )
}
