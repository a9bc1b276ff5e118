import { expect, test } from 'vitest'
import { addressesInSet } from '../../../../shared/references/forms/srcset'

test.each([
  ['a.png 1x, b.png 2x', ['a.png', 'b.png']],
  ['a.png 1x,b.png 2x', ['a.png', 'b.png']],
  ['a.png, b.png', ['a.png', 'b.png']],
  ['  a.png 480w,\n  b.png 800w ,', ['a.png', 'b.png']],
  ['/w_300,c_fill/a.png 300w, /w_600,c_fill/a.png 600w', ['/w_300,c_fill/a.png', '/w_600,c_fill/a.png']],
  ['data:image/png;base64,AAAA 1x, b.png 2x', ['data:image/png;base64,AAAA', 'b.png']],
  ['a.png 1x future(1, 2), b.png', ['a.png', 'b.png']],
  ['a.png (, b.png', ['a.png', '(', 'b.png']],
  ['', []],
  [' , ,, ', []],
  [','.repeat(100_000), []],
  [`${'('.repeat(50_000)}`, ['('.repeat(50_000)]],
])('%j', (value, targets) => {
  const found = addressesInSet(value)
  expect(found.map(({ target }) => target)).toEqual(targets)
  for (const { target, at } of found) expect(value.slice(at, at + target.length)).toBe(target)
})
