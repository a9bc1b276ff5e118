import { habitsOf } from '../../shared/generators/generators'
import { featuresFor } from '../../shared/generators/markdown-features'
import type { MarkdownFeatures, MarkdownPreset } from '../../shared/markdown/options/features'
import { t } from '../../shared/texts/translate'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { Button } from '../ui/button'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { ownSwitches, sourceOf, withDialect, withFeature, withPreset } from './markdown-choice'
import { choices, dialects, presets, switches } from './markdown-labels'
import { Row, Section } from './settings-row'

/** Switches with more than two values have strings besides `true` or `false`. */
const nameOf = (value: boolean | string): string => String(value)

const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>): (readonly [K, V])[] =>
  Object.entries(record) as [K, V][]

/** The markdown features of preview and export: a preset, and switches that differ from it. */
export const MarkdownSettings = () => {
  const open = useSite((state) => state.site)
  const choice = useSettings((settings) => settings.markdown)
  const site = open ?? ({ profile: 'plain', markdown: undefined } as const)
  const features = featuresFor(site, site.markdown, choice)
  const set = <K extends keyof MarkdownFeatures>(key: K, value: MarkdownFeatures[K]) =>
    changeSettings({ markdown: withFeature(site, choice, key, value) })
  const own = ownSwitches(choice)
  const explained = (key: keyof MarkdownFeatures, example?: string): string =>
    [example, sourceOf(site, choice, key)].filter(Boolean).join(' · ')
  return (
    <Section name={t('settings.markdown')}>
      <Row label={t('settings.renderer')} explanation={t('settings.rendererHint')}>
        <Select<MarkdownPreset | 'site'>
          label={t('settings.renderer')}
          value={choice.preset ?? 'site'}
          options={[
            { value: 'site', label: t('settings.asSite', { name: habitsOf(site).name }) },
            ...presets,
          ]}
          onChange={(chosen) => changeSettings({ markdown: withPreset(chosen === 'site' ? null : chosen) })}
        />
      </Row>
      {own > 0 && (
        <Row label={t('settings.ownSwitches', { count: own })}>
          <Button onClick={() => changeSettings({ markdown: withPreset(choice.preset ?? null) })}>
            {t('settings.reset')}
          </Button>
        </Row>
      )}
      {entriesOf(switches).map(([key, { label, example }]) => (
        <Row key={key} label={label} explanation={explained(key, example)}>
          <Switch
            aria-label={label}
            checked={features[key]}
            onCheckedChange={(checked) => set(key, checked)}
          />
        </Row>
      ))}
      {entriesOf(choices).map(([key, { label, options }]) => (
        <Row key={key} label={label} explanation={explained(key)}>
          <Select
            label={label}
            value={nameOf(features[key])}
            options={options.map((option) => ({ value: nameOf(option.value), label: option.label }))}
            onChange={(chosen) => {
              const option = options.find(({ value }) => nameOf(value) === chosen)
              if (option) set(key, option.value)
            }}
          />
        </Row>
      ))}
      {entriesOf(dialects).map(([name, { label, example }]) => (
        <Row key={name} label={label} explanation={t('settings.dialectHint', { example })}>
          <Switch
            aria-label={label}
            checked={features.dialects.includes(name)}
            onCheckedChange={(checked) => set('dialects', withDialect(features.dialects, name, checked))}
          />
        </Row>
      ))}
    </Section>
  )
}
