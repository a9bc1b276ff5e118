import { create } from 'zustand'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

interface Asking {
  /** What would be asked for, once the writer agrees; null while nothing is to be agreed to. */
  readonly wanted: { readonly pages: number; readonly hosts: number } | null
}

const useAsking = create<Asking>(() => ({ wanted: null }))

/** Counts the pages that would be asked for, and asks the writer first. */
export const checkLinksOutside = async (): Promise<void> => {
  try {
    const wanted = await api.countLinks()
    if (wanted.pages > 0) useAsking.setState({ wanted })
    else showNotice({ kind: 'info', text: 'All links to other sites were asked for within the last day.' })
  } catch (error) {
    showError(error)
  }
}

/** Stops asking; what was answered counts. */
export const stopLinksOutside = (): void => void api.stopLinks().catch(showError)

const start = (): void => {
  useAsking.setState({ wanted: null })
  api.checkLinks().catch((error) => showError(error, 'Not all links were asked for'))
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** Asks whether other sites may be asked: they see the address of this computer. */
export const LinksOutsideDialog = () => {
  const { wanted } = useAsking()
  const close = () => useAsking.setState({ wanted: null })
  return (
    <Dialog
      open={wanted !== null}
      onClose={close}
      title="Check links to other sites"
      width={460}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" onClick={start}>
            Check links
          </Button>
        </>
      }
    >
      {wanted && (
        <p>
          Postwright asks {counted(wanted.hosts, 'site', 'sites')} whether{' '}
          {counted(wanted.pages, 'page is', 'pages are')} still there, one question at a time for each. They
          see the address of this computer, and nothing of your posts. Answers are kept for a day.
        </p>
      )}
    </Dialog>
  )
}
