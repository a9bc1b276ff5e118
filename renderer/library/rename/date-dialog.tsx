import { t } from '../../../shared/texts/translate'
import { Dialog } from '../../ui/dialog'
import { TextInput } from '../../ui/text-input'
import {
  changeDate,
  closeDateDialog,
  leaveOutOfDate,
  setDateChoices,
  setPostDate,
  useDateDialog,
} from './date-store'
import { PlanForm } from './plan-form'

const Form = () => {
  const state = useDateDialog()
  const { request } = state
  return (
    <PlanForm
      state={state}
      label={request?.draft ? t('changes.date') : t('changes.dateInName')}
      field={(props) => (
        <TextInput
          {...props}
          value={request?.date ?? ''}
          onChange={(event) => setPostDate(event.target.value)}
        />
      )}
      action={request?.draft ? t('changes.publish') : t('changes.changeDate')}
      onChoices={setDateChoices}
      onLeaveOut={leaveOutOfDate}
      onSubmit={changeDate}
      onClose={closeDateDialog}
    />
  )
}

/** Changes the date in a post's file name, or publishes a draft, showing every line that changes beforehand. */
export const DateDialog = () => {
  const open = useDateDialog((state) => state.request !== null)
  const draft = useDateDialog((state) => state.request?.draft === true)
  return (
    <Dialog
      open={open}
      onClose={closeDateDialog}
      title={draft ? t('changes.publishDraft') : t('changes.changeDate')}
      width={720}
    >
      <Form />
    </Dialog>
  )
}
