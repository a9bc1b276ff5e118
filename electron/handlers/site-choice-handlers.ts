import { AppError } from '../../shared/app-error'
import type { siteChoiceCalls } from '../../shared/ipc/site-calls'
import type { SiteChoice } from '../../shared/site/site-info'
import { t } from '../../shared/texts/translate'
import type { Operations } from '../posts/operations/operations'
import type { HandlersOf } from '../security/ipc'
import { possibleFolders } from '../site/detect/posts-folder'
import { recognise } from '../site/detect/recognise'
import { planSharedChoice } from '../site/share-choice'
import type { AppState } from '../workspace/app-state'
import type { Workspace } from '../workspace/workspace'
import { shown } from './files/files-changed'

export interface SiteChoiceOptions {
  readonly state: Pick<AppState, 'settings'>
  readonly workspace: Pick<Workspace, 'needSite' | 'open'>
  readonly operations: Pick<Operations, 'run'>
}

const maxFolders = 50

/** The calls about the generator and the posts folder of the open site. */
export const siteChoiceHandlers = ({
  state,
  workspace,
  operations,
}: SiteChoiceOptions): HandlersOf<typeof siteChoiceCalls> => ({
  siteOptions: async () => {
    const { root } = workspace.needSite()
    const [recognised, folders] = await Promise.all([recognise(root), possibleFolders(root)])
    return { likely: recognised.map(({ generator }) => generator), folders: folders.slice(0, maxFolders) }
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
  shareSite: async () => {
    const { root } = workspace.needSite()
    const settings = state.settings.value()
    const { [root]: choice, ...others } = settings.siteChoices
    if (choice === undefined) throw new AppError('failed', t('app.nothingChosen'))
    const step = await planSharedChoice(root, choice)
    const changed = shown(
      await operations.run({ title: t('app.shareTitle'), steps: [step], afterCrash: 'finish' }),
    )
    // The file decides from now on: a choice kept here would hide later changes to it.
    if (changed.done > 0) await state.settings.set({ ...settings, siteChoices: others })
    return { changed, opened: await workspace.open(root) }
  },
})
