/** True for a name that can stand before the colon of a field without quotes, in every language of a head. */
export const isFieldName = (name: string): boolean =>
  name !== '' && !/[\n:#{}[\],&*!|>'"%@`]|^[-?\s]|\s$/.test(name)
