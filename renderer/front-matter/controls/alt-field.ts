/** Keys for the alt text of an image field, in lower case. */
const altKeysOf = (key: string): readonly string[] => {
  const whole = key.toLowerCase()
  const [, group = '', last = whole] = /^(.*\.)?([^.]+)$/.exec(whole) ?? []
  const stem = last.replace(/[-_]?(?:image|img|src|url|path|file)$/, '')
  const names = [last, stem].flatMap((name) =>
    name === ''
      ? []
      : [
          'alt',
          '_alt',
          '-alt',
          'alttext',
          '_alt_text',
          '-alt-text',
          'imagealt',
          'description',
          '_description',
        ].map((ending) => name + ending),
  )
  return [...names.map((name) => group + name), `${whole}.alt`, `${group}alt`]
}

/** The key of an image field's alt text; undefined if the head has none. */
export const altKeyOf = (key: string, keys: readonly string[]): string | undefined => {
  const wanted = altKeysOf(key)
  return wanted.flatMap((name) => keys.filter((one) => one !== key && one.toLowerCase() === name))[0]
}

/** Focuses the alt text of an image field and selects it, if the form has one. */
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
