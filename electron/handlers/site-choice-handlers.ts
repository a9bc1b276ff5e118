import type { SiteChoice } from '../../shared/site/site-info'
import type { Handlers } from '../security/ipc'
import { possibleFolders } from '../site/detect/posts-folder'
import { recognise } from '../site/detect/recognise'
import type { AppState } from '../workspace/app-state'
import type { Workspace } from '../workspace/workspace'

export interface SiteChoiceOptions {
  readonly state: Pick<AppState, 'settings'>
  readonly workspace: Pick<Workspace, 'needSite' | 'open'>
}

const mostFolders = 50

/** The calls about what the open site is made with and where its posts are. */
export const siteChoiceHandlers = ({
  state,
  workspace,
}: SiteChoiceOptions): Pick<Handlers, 'siteOptions' | 'chooseSite'> => ({
  siteOptions: async () => {
    const { root } = workspace.needSite()
    const [recognised, folders] = await Promise.all([recognise(root), possibleFolders(root)])
    return { likely: recognised.map(({ generator }) => generator), folders: folders.slice(0, mostFolders) }
  },
  chooseSite: async ({ generator, postsFolder }) => {
    const { root } = workspace.needSite()
    const choice: SiteChoice = {
      ...(generator === null ? {} : { generator }),
      ...(postsFolder === null ? {} : { postsFolder }),
    }
    const settings = state.settings.value()
    const { [root]: _, ...others } = settings.siteChoices
    const isNone = generator === null && postsFolder === null
    await state.settings.set({ ...settings, siteChoices: isNone ? others : { ...others, [root]: choice } })
    return workspace.open(root)
  },
})
