/** True for a name that can be written before the colon of a field without quotes, in every head language. */
export const isFieldName = (name: string): boolean =>
  name !== '' && !/[\n:#{}[\],&*!|>'"%@`]|^[-?\s]|\s$/.test(name)
