/** Keys under which heads keep the words that stand in for the image of a field, in small letters. */
const altKeysOf = (key: string): readonly string[] => {
  const whole = key.toLowerCase()
  const [, group = '', last = whole] = /^(.*\.)?([^.]+)$/.exec(whole) ?? []
  const stem = last.replace(/[-_]?(?:image|img|src|url|path|file)$/, '')
  const names = [last, stem].flatMap((name) =>
    name === '' ? [] : [`${name}alt`, `${name}_alt`, `${name}-alt`, `${name}alttext`, `${name}imagealt`],
  )
  return [...names.map((name) => group + name), ...(group === '' ? [] : [`${group}alt`]), `${whole}.alt`]
}

/** The one of these keys that has the alt text of an image field; undefined where the head has none. */
export const altKeyOf = (key: string, keys: readonly string[]): string | undefined => {
  const wanted = altKeysOf(key)
  return keys.find((one) => one !== key && wanted.includes(one.toLowerCase()))
}

/** Puts the caret into the field for the alt text of an image field, its words selected, where the form has one. */
export const askForAlt = (key: string): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-key]')]
  const alt = altKeyOf(
    key,
    rows.map((row) => row.dataset.key ?? ''),
  )
  const control = rows
    .find((row) => row.dataset.key === alt)
    ?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  control?.focus()
  control?.select()
}
