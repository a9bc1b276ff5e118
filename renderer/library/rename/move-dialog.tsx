import { useMemo } from 'react'
import { t } from '../../../shared/texts/translate'
import { CompletedInput } from '../../ui/completed-input'
import { Dialog } from '../../ui/dialog'
import { useLibrary } from '../state/library-store'
import { foldersOf } from '../state/post-folders'
import { closeMove, leaveOutOfMove, move, setMoveChoices, setMoveFolder, useMove } from './move-store'
import { PlanForm } from './plan-form'

const Form = () => {
  const state = useMove()
  const posts = useLibrary((library) => library.posts)
  const folders = useMemo(() => foldersOf(posts).map(({ path }) => path), [posts])
  return (
    <PlanForm
      state={state}
      label={t('changes.folderInPosts')}
      field={(props) => (
        <CompletedInput
          {...props}
          value={state.request?.folder ?? ''}
          choices={folders}
          onValueChange={setMoveFolder}
          onFocus={(event) => event.target.select()}
        />
      )}
      action={t('changes.move')}
      onChoices={setMoveChoices}
      onLeaveOut={leaveOutOfMove}
      onSubmit={move}
      onClose={closeMove}
    />
  )
}

/** Moves a post to another folder, showing every line that changes beforehand. */
export const MoveDialog = () => {
  const open = useMove((state) => state.request !== null)
  return (
    <Dialog open={open} onClose={closeMove} title={t('changes.moveToFolder')} width={720}>
      <Form />
    </Dialog>
  )
}
