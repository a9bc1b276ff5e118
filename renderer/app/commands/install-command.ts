import { api } from '../../base/api'
import { showNotice } from '../../base/notices'

/** Installs the command `postwright` on PATH and says where. */
export const installCommand = async (): Promise<void> => {
  const text = await api.installCommand()
  if (text !== null) showNotice({ kind: 'info', text })
}
