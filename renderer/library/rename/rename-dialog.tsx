import { t } from '../../../shared/texts/translate'
import { Dialog } from '../../ui/dialog'
import { TextInput } from '../../ui/text-input'
import { PlanForm } from './plan-form'
import {
  closeRename,
  leaveOutOfRename,
  rename,
  setRenameChoices,
  setRenameSlug,
  useRename,
} from './rename-store'

const Form = () => {
  const state = useRename()
  return (
    <PlanForm
      state={state}
      label={t('changes.newSlug')}
      field={(props) => (
        <TextInput
          {...props}
          autoComplete="off"
          value={state.request?.slug ?? ''}
          onValueChange={setRenameSlug}
          onFocus={(event) => event.target.select()}
        />
      )}
      action={t('changes.rename')}
      onChoices={setRenameChoices}
      onLeaveOut={leaveOutOfRename}
      onSubmit={rename}
      onClose={closeRename}
    />
  )
}

/** Renames the slug of a post, showing every line that changes beforehand. */
export const RenameDialog = () => {
  const open = useRename((state) => state.request !== null)
  return (
    <Dialog open={open} onClose={closeRename} title={t('changes.renameSlug')} width={720}>
      <Form />
    </Dialog>
  )
}
