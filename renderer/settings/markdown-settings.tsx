import { featuresFor, type MarkdownFeatures, type MarkdownPreset } from '../../shared/markdown/features'
import type { SiteProfileId } from '../../shared/site/site-info'
import { changeSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { Button } from '../ui/button'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { ownSwitches, withFeature, withPreset } from './markdown-choice'
import { Row, Section } from './settings-row'

const names: Readonly<Record<SiteProfileId, string>> = {
  next: 'Next.js',
  'next-starter': 'Next.js',
  astro: 'Astro',
  hugo: 'Hugo',
  jekyll: 'Jekyll',
  eleventy: 'Eleventy',
  hexo: 'Hexo',
  gridea: 'Gridea',
  plain: 'a folder of posts',
}

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

const switches: readonly {
  readonly key: SwitchedFeature
  readonly label: string
  readonly example?: string
}[] = [
  { key: 'tables', label: 'Tables' },
  { key: 'taskLists', label: 'Task lists', example: '- [x] done' },
  { key: 'strikethrough', label: 'Strikethrough', example: '~~gone~~' },
  { key: 'autolinks', label: 'Addresses become links', example: 'www.example.org' },
  { key: 'footnotes', label: 'Footnotes', example: '[^1]' },
  { key: 'alerts', label: 'Alerts', example: '> [!NOTE]' },
  { key: 'definitionLists', label: 'Definition lists', example: ': what it means' },
  { key: 'abbreviations', label: 'Abbreviations', example: '*[HTML]: …' },
  { key: 'containers', label: 'Containers', example: '::: tip' },
  { key: 'mark', label: 'Marked text', example: '==seen==' },
  { key: 'subscript', label: 'Subscript', example: 'H~2~O' },
  { key: 'superscript', label: 'Superscript', example: 'x^2^' },
  { key: 'emoji', label: 'Emoji by name', example: ':smile:' },
  { key: 'typography', label: 'Curly quotes and dashes' },
  { key: 'math', label: 'Math', example: '$e^x$' },
  { key: 'mermaid', label: 'Mermaid diagrams' },
  { key: 'highlight', label: 'Colours in code' },
  { key: 'figures', label: 'Images alone become figures' },
  { key: 'anchors', label: 'Headings have anchors' },
  { key: 'toc', label: 'Table of contents', example: '[[toc]]' },
]

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

/** What of markdown the preview and exported pages know: a preset, and switches that differ from it. */
export const MarkdownSettings = () => {
  const open = useSite((state) => state.site)
  const choice = useSettings((settings) => settings.markdown)
  const site = { profile: open?.profile ?? 'plain', markdown: open?.markdown } as const
  const features = featuresFor(site.profile, site.markdown, choice)
  const set = <K extends keyof MarkdownFeatures>(key: K, value: MarkdownFeatures[K]) =>
    changeSettings({ markdown: withFeature(site, choice, key, value) })
  const own = ownSwitches(choice)
  return (
    <Section name="Markdown">
      <Row label="Posts are rendered" explanation="In the preview and in exported pages.">
        <Select<MarkdownPreset | 'site'>
          label="Posts are rendered"
          value={choice.preset ?? 'site'}
          options={[{ value: 'site', label: `As the site: ${names[site.profile]}` }, ...presets]}
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
      {switches.map(({ key, label, example }) => (
        <Row key={key} label={label} {...(example === undefined ? {} : { explanation: example })}>
          <Switch
            aria-label={label}
            checked={features[key]}
            onCheckedChange={(checked) => set(key, checked)}
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
