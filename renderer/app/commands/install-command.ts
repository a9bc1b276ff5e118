import { api } from '../../base/api'
import { showNotice } from '../../base/notices'

/** Puts the command `postwright` where shells find it, and says where. */
export const installCommand = async (): Promise<void> => {
  const text = await api.installCommand()
  if (text !== null) showNotice({ kind: 'info', text })
}
