/** A key of a layout: the characters it types alone and with Shift, and its possible key codes on Windows. */
export interface LayoutKey {
  readonly plain: string
  readonly shifted: string
  readonly keyCodes: readonly number[]
}

/** The four rows of each layout, alone and with Shift; `†` is a dead key. From Microsoft's layout pages. */
const rows: Readonly<Record<string, readonly (readonly [plain: string, shifted: string])[]>> = {
  US: [
    ['`1234567890-=', '~!@#$%^&*()_+'],
    ['qwertyuiop[]\\', 'QWERTYUIOP{}|'],
    ["asdfghjkl;'", 'ASDFGHJKL:"'],
    ['zxcvbnm,./', 'ZXCVBNM<>?'],
  ],
  UK: [
    ['`1234567890-=', '¬!"£$%^&*()_+'],
    ['qwertyuiop[]', 'QWERTYUIOP{}'],
    ["asdfghjkl;'#", 'ASDFGHJKL:@~'],
    ['\\zxcvbnm,./', '|ZXCVBNM<>?'],
  ],
  German: [
    ['†1234567890ß†', '°!"§$%&/()=?†'],
    ['qwertzuiopü+', 'QWERTZUIOPÜ*'],
    ['asdfghjklöä#', "ASDFGHJKLÖÄ'"],
    ['<yxcvbnm,.-', '>YXCVBNM;:_'],
  ],
  French: [
    ['²&é"\'(-è_çà)=', '†1234567890°+'],
    ['azertyuiop†$', 'AZERTYUIOP†£'],
    ['qsdfghjklmù*', 'QSDFGHJKLM%µ'],
    ['<wxcvbn,;:!', '>WXCVBN?./§'],
  ],
  Spanish: [
    ["º1234567890'¡", 'ª!"·$%&/()=?¿'],
    ['qwertyuiop†+', 'QWERTYUIOP†*'],
    ['asdfghjklñ†ç', 'ASDFGHJKLÑ†Ç'],
    ['<zxcvbnm,.-', '>ZXCVBNM;:_'],
  ],
  Swedish: [
    ['§1234567890+†', '½!"#¤%&/()=?†'],
    ['qwertyuiopå†', 'QWERTYUIOPÅ†'],
    ["asdfghjklöä'", 'ASDFGHJKLÖÄ*'],
    ['<zxcvbnm,.-', '>ZXCVBNM;:_'],
  ],
  Polish: [
    ['`1234567890-=', '~!@#$%^&*()_+'],
    ['qwertyuiop[]\\', 'QWERTYUIOP{}|'],
    ["asdfghjkl;'", 'ASDFGHJKL:"'],
    ['zxcvbnm,./', 'ZXCVBNM<>?'],
  ],
  Swiss: [
    ["§1234567890'†", '°+"*ç%&/()=?†'],
    ['qwertzuiopü†', 'QWERTZUIOPè!'],
    ['asdfghjklöä$', 'ASDFGHJKLéà£'],
    ['<yxcvbnm,.-', '>YXCVBNM;:_'],
  ],
}

/** Key codes of Windows for keys other than letters and digits; which key has which depends on the layout. */
const otherCodes = [186, 187, 188, 189, 190, 191, 192, 219, 220, 221, 222, 223, 226]

const printed = (character: string): string => (character === '†' ? 'Dead' : character)

const keysOf = (layout: readonly (readonly [string, string])[]): LayoutKey[] =>
  layout.flatMap(([plain, shifted], row) =>
    [...plain].map((character, at) => {
      const isDigit = row === 0 && at >= 1 && at <= 10
      const isLetter = /^[a-z]$/.test(character)
      const keyCodes = isDigit
        ? [48 + (at % 10)]
        : isLetter
          ? [character.toUpperCase().charCodeAt(0)]
          : otherCodes
      return { plain: printed(character), shifted: printed([...shifted][at] ?? ''), keyCodes }
    }),
  )

/** The keys of common layouts for Latin scripts. */
export const keyboardLayouts: readonly (readonly [name: string, keys: readonly LayoutKey[]])[] =
  Object.entries(rows).map(([name, layout]) => [name, keysOf(layout)])
