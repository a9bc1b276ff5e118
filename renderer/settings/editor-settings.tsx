import { t } from '../../shared/texts/translate'
import { changeSettings, useSettings } from '../base/settings-store'
import { Select } from '../ui/select'
import { TextInput } from '../ui/text-input'
import { NumberRow, Row } from './settings-row'

const bundled = [
  { value: '', label: t('settings.fontDefault') },
  { value: 'JetBrains Mono Variable', label: 'JetBrains Mono' },
  { value: 'Source Serif 4 Variable', label: 'Source Serif' },
  { value: 'Inter Variable', label: 'Inter' },
] as const

const isBundled = (font: string): boolean => bundled.some(({ value }) => value === font)

const Font = () => {
  const font = useSettings((settings) => settings.editorFont)
  return (
    <>
      <Row label={t('settings.editorFont')}>
        <Select
          label={t('settings.editorFont')}
          value={isBundled(font) ? font : 'system'}
          options={[...bundled, { value: 'system', label: t('settings.installedFont') }]}
          onChange={(chosen) => changeSettings({ editorFont: chosen === 'system' ? 'Georgia' : chosen })}
        />
      </Row>
      {!isBundled(font) && (
        <Row label={t('settings.fontName')} explanation={t('settings.fontNameHint')}>
          <TextInput
            aria-label={t('settings.fontName')}
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
      <NumberRow
        label={t('settings.fontSize')}
        value={size}
        min={10}
        max={28}
        step={0.5}
        onChange={(editorFontSize) => changeSettings({ editorFontSize })}
      />
      <NumberRow
        label={t('settings.lineWidth')}
        explanation={t('settings.inCharacters')}
        value={width}
        min={40}
        max={160}
        step={5}
        onChange={(editorWidth) => changeSettings({ editorWidth })}
      />
      <NumberRow
        label={t('settings.lineHeight')}
        value={lineHeight}
        min={1.2}
        max={2.6}
        step={0.05}
        onChange={(next) => changeSettings({ editorLineHeight: Math.round(next * 100) / 100 })}
      />
    </>
  )
}
