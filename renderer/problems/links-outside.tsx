import { create } from 'zustand'
import type { OutsideLinks } from '../../shared/checks/findings/told'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

interface Asking {
  /** What would be requested after consent; null if there is no question. */
  readonly wanted: { readonly pages: number; readonly hosts: number } | null
}

const useAsking = create<Asking>(() => ({ wanted: null }))

/** Counts the pages to be requested, and asks for consent. */
export const checkLinksOutside = async (): Promise<void> => {
  try {
    const wanted = await api.countLinks()
    if (wanted.pages > 0) useAsking.setState({ wanted })
    else
      showNotice({
        kind: 'info',
        text: nothingToCheck(wanted),
      })
  } catch (error) {
    showError(error)
  }
}

const nothingToCheck = ({ known, others }: OutsideLinks): string => {
  if (known > 0) return t('checks.linksCheckedToday')
  return others > 0 ? t('checks.linksNotRequested') : t('checks.noLinksOutside')
}

/** Stops requesting; results so far count. */
export const stopLinksOutside = (): void => void api.stopLinks().catch(showError)

const start = (): void => {
  useAsking.setState({ wanted: null })
  api.checkLinks().catch((error) => showError(error, t('checks.linksNotChecked')))
}

/** Asks for consent to contact other sites, which see the IP address of this computer. */
export const LinksOutsideDialog = () => {
  const { wanted } = useAsking()
  const close = () => useAsking.setState({ wanted: null })
  return (
    <Dialog
      open={wanted !== null}
      onClose={close}
      title={t('checks.checkLinksTitle')}
      width={460}
      footer={
        <>
          <Button onClick={close}>{t('changes.cancel')}</Button>
          <Button look="primary" onClick={start}>
            {t('checks.checkLinks')}
          </Button>
        </>
      }
    >
      {wanted && <p>{t('checks.linksExplained', { hosts: wanted.hosts, pages: wanted.pages })}</p>}
    </Dialog>
  )
}
