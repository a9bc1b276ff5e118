import { useId, useState } from 'react'
import { loopbackOrigin } from '../../../shared/site/loopback'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError } from '../../base/notices'
import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { Button } from '../../ui/button'
import { TextInput } from '../../ui/text-input'
import styles from './site-view.module.css'

/** The field for the address of the development server, which must be on this computer. */
export const ServerAddress = ({ usual }: { readonly usual: string | null }) => {
  const site = useSite((state) => state.site?.key)
  const [written, setWritten] = useState('')
  const [refused, setRefused] = useState(false)
  const reason = useId()
  const connect = () => {
    const origin = loopbackOrigin(written)
    setRefused(origin === null)
    if (origin === null || site === undefined) return
    changeSettings({ developmentServers: { ...getSettings().developmentServers, [site]: origin } })
    api.reloadSitePage().catch(showError)
  }
  return (
    <form
      className={styles.address}
      onSubmit={(event) => {
        event.preventDefault()
        connect()
      }}
    >
      <TextInput
        aria-label={t('preview.serverAddress')}
        aria-describedby={refused ? reason : undefined}
        placeholder={usual ?? 'http://localhost:3000'}
        monospace
        invalid={refused}
        value={written}
        onValueChange={setWritten}
      />
      <Button type="submit" disabled={written.trim() === ''}>
        {t('preview.useAddress')}
      </Button>
      {refused && (
        <p id={reason} className={styles.refused} role="alert">
          {t('preview.onlyLocalServer')}
        </p>
      )}
    </form>
  )
}
