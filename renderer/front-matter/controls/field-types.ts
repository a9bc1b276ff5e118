import type { FormField } from '../../../shared/front-matter/schema/form-field'

/** The props of every control of the form. Its label is drawn outside and referenced by `labelledBy`. */
export interface ControlProps {
  readonly field: FormField
  readonly id: string
  readonly labelledBy: string
  /** The id of notes about the field. */
  readonly describedBy: string | undefined
}
