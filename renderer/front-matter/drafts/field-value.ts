import type { FormField } from '../../../shared/front-matter/schema/form-field'

/** The value as text; empty if there is none. */
export const textOf = ({ value }: FormField): string => (typeof value === 'string' ? value : '')

/** The value as a list. */
export const itemsOf = ({ value }: FormField): readonly string[] => (Array.isArray(value) ? value : [])
