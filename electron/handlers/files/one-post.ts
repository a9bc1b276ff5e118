import { pathInFolder } from '../../../shared/addresses/change/renamed-page'
import { AppError } from '../../../shared/app-error'
import type { fileCalls } from '../../../shared/ipc/file-calls'
import type { PostId } from '../../../shared/posts/post'
import type { FilesChanged, RenameChoices } from '../../../shared/posts/post-rename'
import { encodePost } from '../../../shared/posts/text-format'
import { t } from '../../../shared/texts/translate'
import { resolveInside } from '../../disk/resolve-inside'
import { takenSteps } from '../../posts/operations/kept-steps'
import type { PlanRequest } from '../../posts/plans/folder-plans'
import { refuseBadName } from '../../posts/plans/new-name'
import type { HandlersOf } from '../../security/ipc'
import type { FileWork } from './file-work'
import { shown } from './files-changed'

type OnePostCall =
  | ('planRename' | 'renamePost' | 'planMove' | 'movePost' | 'planDate' | 'datePost')
  | ('createPost' | 'duplicatePost')

/** The calls that rename, move, create or copy one post. */
export const onePostHandlers = ({
  library,
  site,
  operations,
  onProgress,
}: FileWork): Pick<HandlersOf<typeof fileCalls>, OnePostCall> => {
  const carryOut = async (
    title: string,
    request: PlanRequest,
    fingerprint: string,
  ): Promise<FilesChanged> => {
    const { fingerprint: now, steps: ticket } = await library().planSteps(request)
    if (now !== fingerprint) throw new AppError('busy', t('files.postsChanged'))
    const steps = await takenSteps(library(), ticket)
    return shown(await operations.run({ title, steps, afterCrash: 'finish', onProgress }))
  }
  const move = async (
    id: PostId,
    folder: string,
    choices: RenameChoices,
    excluded: readonly string[] = [],
  ): Promise<PlanRequest> => {
    await resolveInside(site().postsRoot, pathInFolder(id, folder, { ...site(), postsFolder: '.' })) // a folder may be a link that leads outside
    return { kind: 'move', id, to: folder, choices, excluded }
  }
  return {
    planRename: (id, slug, choices) =>
      library().planFiles({ kind: 'rename', id, to: slug, choices, excluded: [] }),
    renamePost: (id, slug, choices, fingerprint, excluded) =>
      carryOut(
        t('files.renameTitle', { name: id }),
        { kind: 'rename', id, to: slug, choices, excluded },
        fingerprint,
      ),
    planMove: async (id, folder, choices) => library().planFiles(await move(id, folder, choices)),
    movePost: async (id, folder, choices, fingerprint, excluded) =>
      carryOut(t('files.moveTitle', { name: id }), await move(id, folder, choices, excluded), fingerprint),
    planDate: (id, date, choices) =>
      library().planFiles({ kind: 'date', id, to: date, choices, excluded: [] }),
    datePost: (id, date, choices, fingerprint, excluded) =>
      carryOut(
        t('files.redateTitle', { name: id }),
        { kind: 'date', id, to: date, choices, excluded },
        fingerprint,
      ),
    createPost: async (id, { text, format }) => {
      const path = await resolveInside(site().postsRoot, id)
      await refuseBadName(site().postsRoot, id)
      const steps = [{ kind: 'create', path, bytes: encodePost(text, format) }] as const
      return shown(
        await operations.run({ title: t('files.createTitle', { name: id }), steps, afterCrash: 'finish' }),
      )
    },
    duplicatePost: async (id) => {
      const { id: copy, steps: ticket } = await library().planCopySteps(id)
      const steps = await takenSteps(library(), ticket)
      const result = await operations.run({
        title: t('files.copyTitle', { name: id }),
        steps,
        afterCrash: 'finish',
        onProgress,
      })
      return { id: copy, changed: shown(result) }
    },
  }
}
