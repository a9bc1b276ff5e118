import { CompletionContext, type CompletionSource } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, test, vi } from 'vitest'
import { firstOffer } from '../../../../renderer/editor/typing/first-offer'

const state = EditorState.create({ doc: 'a' })
const offer = (label: string) => ({ from: 0, options: [{ label }] })

test('the first source that offers something is the last that is asked', async () => {
  const never = vi.fn<CompletionSource>()
  const source = firstOffer([() => null, async () => null, async () => offer('b'), never])
  expect(await source(new CompletionContext(state, 1, false))).toEqual(offer('b'))
  expect(never).not.toHaveBeenCalled()
  expect(await firstOffer([() => null])(new CompletionContext(state, 1, false))).toBeNull()
})
