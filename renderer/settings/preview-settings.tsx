import { useEffect, useRef, useState } from 'react'
import { loopbackOrigin } from '../../shared/site/loopback'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { changeSettings, getSettings, useSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { TextInput } from '../ui/text-input'
import { Row, Section } from './settings-row'
import { styleNames } from './style-names'

const keep = (site: string, written: string): void => {
  const { [site]: _, ...others } = getSettings().previewStyles
  const names = styleNames(written)
  if (names.join() === (getSettings().previewStyles[site] ?? []).join()) return
  changeSettings({ previewStyles: names.length === 0 ? others : { ...others, [site]: names } })
}

const StyleNames = ({ site, name }: { readonly site: string; readonly name: string }) => {
  const names = useSettings((settings) => settings.previewStyles[site])
  const [written, setWritten] = useState(names?.join(', ') ?? '')
  const last = useRef(written)
  last.current = written
  useEffect(() => () => keep(site, last.current), [site]) // closing the dialog causes no blur event
  const label = t('settings.styleSheets', { site: name })
  return (
    <Row label={label} explanation={t('settings.styleSheetsHint')}>
      <TextInput
        aria-label={label}
        placeholder="css/main.css"
        monospace
        value={written}
        onValueChange={setWritten}
        onBlur={() => keep(site, written)}
        onKeyDown={(event) => event.key === 'Enter' && keep(site, written)}
      />
    </Row>
  )
}

const keepServer = (site: string, written: string): boolean => {
  const { [site]: _, ...others } = getSettings().developmentServers
  const origin = loopbackOrigin(written)
  if (written.trim() !== '' && origin === null) return false
  if (origin !== (getSettings().developmentServers[site] ?? null))
    changeSettings({ developmentServers: origin === null ? others : { ...others, [site]: origin } })
  return true
}

const ServerAddress = ({ site, name }: { readonly site: string; readonly name: string }) => {
  const [written, setWritten] = useState(useSettings((settings) => settings.developmentServers[site]) ?? '')
  const [refused, setRefused] = useState(false)
  const [usual, setUsual] = useState<string | null>(null)
  const last = useRef(written)
  last.current = written
  useEffect(() => () => void keepServer(site, last.current), [site])
  useEffect(() => {
    api.findUsualServer().then(setUsual, showError)
  }, [])
  const keepWritten = () => setRefused(!keepServer(site, written))
  const label = t('settings.developmentServer', { site: name })
  return (
    <Row label={label} explanation={refused ? t('preview.onlyLocalServer') : t('settings.serverHint')}>
      <TextInput
        aria-label={label}
        placeholder={usual ?? 'http://localhost:3000'}
        monospace
        invalid={refused}
        value={written}
        onValueChange={setWritten}
        onBlur={keepWritten}
        onKeyDown={(event) => event.key === 'Enter' && keepWritten()}
      />
    </Row>
  )
}

/** The style sheets and development server of the open site; nothing while no site is open. */
export const PreviewSettings = () => {
  const site = useSite((state) => state.site)
  if (site === null) return null
  return (
    <Section name={t('titles.layout-preview')}>
      <StyleNames key={site.key} site={site.key} name={site.name} />
      <ServerAddress key={`server ${site.key}`} site={site.key} name={site.name} />
    </Section>
  )
}
