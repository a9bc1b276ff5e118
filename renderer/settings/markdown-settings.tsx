import { habitsOf } from '../../shared/generators/generators'
import { featuresFor } from '../../shared/generators/markdown-features'
import type { DialectName, MarkdownFeatures, MarkdownPreset } from '../../shared/markdown/options/features'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { Button } from '../ui/button'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { ownSwitches, withDialect, withFeature, withPreset } from './markdown-choice'
import { Row, Section } from './settings-row'

const presets: readonly { readonly value: MarkdownPreset; readonly label: string }[] = [
  { value: 'github', label: 'Like GitHub' },
  { value: 'goldmark', label: 'Like Hugo (goldmark)' },
  { value: 'react-markdown', label: 'Like react-markdown' },
  { value: 'kramdown', label: 'Like Jekyll (kramdown)' },
  { value: 'astro', label: 'Like Astro' },
  { value: 'commonmark', label: 'CommonMark only' },
  { value: 'everything', label: 'Everything' },
]

type SwitchedFeature = {
  [K in keyof MarkdownFeatures]: MarkdownFeatures[K] extends boolean ? K : never
}[keyof MarkdownFeatures]

const switches: Readonly<Record<SwitchedFeature, { readonly label: string; readonly example?: string }>> = {
  tables: { label: 'Tables' },
  taskLists: { label: 'Task lists', example: '- [x] done' },
  strikethrough: { label: 'Strikethrough', example: '~~gone~~' },
  autolinks: { label: 'Addresses become links', example: 'www.example.org' },
  footnotes: { label: 'Footnotes', example: '[^1]' },
  alerts: { label: 'Alerts', example: '> [!NOTE]' },
  definitionLists: { label: 'Definition lists', example: ': what it means' },
  abbreviations: { label: 'Abbreviations', example: '*[HTML]: …' },
  containers: { label: 'Containers', example: '::: tip' },
  mark: { label: 'Marked text', example: '==seen==' },
  subscript: { label: 'Subscript', example: 'H~2~O' },
  superscript: { label: 'Superscript', example: 'x^2^' },
  emoji: { label: 'Emoji by name', example: ':smile:' },
  typography: { label: 'Curly quotes and dashes' },
  math: { label: 'Math', example: '$e^x$' },
  mermaid: { label: 'Mermaid diagrams' },
  highlight: { label: 'Colours in code' },
  figures: { label: 'Images alone become figures' },
  anchors: { label: 'Headings have anchors' },
  toc: { label: 'Table of contents', example: '[[toc]]' },
}

const dialects: Readonly<Record<DialectName, { readonly label: string; readonly example: string }>> = {
  shortcodes: { label: 'Hugo shortcodes', example: '{{< figure >}}' },
  templates: { label: 'Liquid and Nunjucks tags', example: '{% include %}, {{ page.title }}' },
  mdx: { label: 'MDX imports and components', example: '<Chart />' },
  more: { label: 'End of the excerpt', example: '<!--more-->' },
}

const attributes: readonly { readonly value: MarkdownFeatures['attributes']; readonly label: string }[] = [
  { value: 'off', label: 'Off' },
  { value: 'braces', label: '{#id .class}' },
  { value: 'kramdown', label: '{: #id .class}' },
]

const rawHtml: readonly { readonly value: MarkdownFeatures['rawHtml']; readonly label: string }[] = [
  { value: 'show', label: 'Shown' },
  { value: 'omit', label: 'Left out' },
  { value: 'escape', label: 'Shown as text' },
]

const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>): (readonly [K, V])[] =>
  Object.entries(record) as [K, V][]

/** What of markdown the preview and exported pages know: a preset, and switches that differ from it. */
export const MarkdownSettings = () => {
  const open = useSite((state) => state.site)
  const choice = useSettings((settings) => settings.markdown)
  const site = open ?? ({ profile: 'plain', markdown: undefined } as const)
  const features = featuresFor(site, site.markdown, choice)
  const set = <K extends keyof MarkdownFeatures>(key: K, value: MarkdownFeatures[K]) =>
    changeSettings({ markdown: withFeature(site, choice, key, value) })
  const own = ownSwitches(choice)
  return (
    <Section name="Markdown">
      <Row label="Posts are rendered" explanation="In the preview and in exported pages.">
        <Select<MarkdownPreset | 'site'>
          label="Posts are rendered"
          value={choice.preset ?? 'site'}
          options={[{ value: 'site', label: `As the site: ${habitsOf(site).name}` }, ...presets]}
          onChange={(chosen) => changeSettings({ markdown: withPreset(chosen === 'site' ? null : chosen) })}
        />
      </Row>
      {own > 0 && (
        <Row label={own === 1 ? 'One switch differs from it' : `${own} switches differ from it`}>
          <Button onClick={() => changeSettings({ markdown: withPreset(choice.preset ?? null) })}>
            Set back
          </Button>
        </Row>
      )}
      {entriesOf(switches).map(([key, { label, example }]) => (
        <Row key={key} label={label} {...(example === undefined ? {} : { explanation: example })}>
          <Switch
            aria-label={label}
            checked={features[key]}
            onCheckedChange={(checked) => set(key, checked)}
          />
        </Row>
      ))}
      {entriesOf(dialects).map(([name, { label, example }]) => (
        <Row key={name} label={label} explanation={`${example} in a labelled box, for your site to fill in`}>
          <Switch
            aria-label={label}
            checked={features.dialects.includes(name)}
            onCheckedChange={(checked) => set('dialects', withDialect(features.dialects, name, checked))}
          />
        </Row>
      ))}
      <Row label="Attributes">
        <Select
          label="Attributes"
          value={features.attributes}
          options={attributes}
          onChange={(chosen) => set('attributes', chosen)}
        />
      </Row>
      <Row label="HTML in posts">
        <Select
          label="HTML in posts"
          value={features.rawHtml}
          options={rawHtml}
          onChange={(chosen) => set('rawHtml', chosen)}
        />
      </Row>
    </Section>
  )
}
