import type { MainNotice, NoticeAction } from '../../shared/ipc/app-calls'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { type NoticeToShow, showError, showNotice } from '../base/notices'

const actions: Readonly<Record<NoticeAction, NonNullable<NoticeToShow['action']>>> = {
  'recover-again': { label: t('app.tryAgain'), run: () => void api.recoverAgain().catch(showError) },
}

/** Shows a notice of main, with its actions. */
export const showMainNotice = ({ action, ...notice }: MainNotice): void => {
  showNotice({ ...notice, ...(action ? { action: actions[action] } : {}) })
}
