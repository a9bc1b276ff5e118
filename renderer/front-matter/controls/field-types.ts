import type { FormField } from '../../../shared/front-matter/schema/form-field'

/** What every control of the form gets. Its label is drawn around it and named by `labelledBy`. */
export interface ControlProps {
  readonly field: FormField
  readonly id: string
  readonly labelledBy: string
  /** Explains the field: drift, what is wrong. */
  readonly describedBy: string | undefined
}
