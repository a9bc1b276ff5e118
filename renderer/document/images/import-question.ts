import { create } from 'zustand'
import {
  type ImageChoices,
  type ImageFacts,
  isLarge,
  usualImageChoices,
  widthsToOffer,
} from '../../../shared/images/image-choices'
import { api } from '../../base/api'
import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { useSiteImages } from './site-images'

/** An image to be imported. */
export interface ImageAtHand {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly facts: ImageFacts
}

/** Whether to do the same next time without asking. */
export type Remember = 'no' | 'site' | 'all'

export interface ImportQuestion {
  readonly images: readonly ImageAtHand[]
  readonly widths: readonly number[]
  readonly choices: ImageChoices
  readonly remember: Remember
  /** Imports with these choices, or nothing. */
  readonly answer: (choices: ImageChoices | null) => void
}

/** The question about large photos; null while there is none. */
export const useImportQuestion = create<{ readonly pending: ImportQuestion | null }>(() => ({
  pending: null,
}))

const siteKey = (): string => useSite.getState().site?.key ?? ''

/**
 * How large photos are imported without asking; null if the user is asked. The user's choice for the site takes
 * precedence over its `postwright.json`, and that over the user's choice for all sites.
 */
const remembered = (): ImageChoices | null => {
  const { imageImport } = getSettings()
  return imageImport[siteKey()] ?? useSiteImages.getState().choices ?? imageImport[''] ?? null
}

/** How to import these images, asking if one of them is large; null if canceled. */
export const choicesFor = async (images: readonly ImageAtHand[]): Promise<ImageChoices | null> => {
  const large = images.filter(({ facts }) => isLarge(facts))
  if (large.length === 0) return remembered() ?? usualImageChoices
  const known = remembered()
  if (known) return known
  const widest = Math.max(...large.map(({ facts }) => facts.width))
  const widths = widthsToOffer(widest, await api.imageWidths())
  cancelQuestion() // an unanswered one
  const choices = { ...usualImageChoices, width: widths.at(-1) ?? null }
  return new Promise((answer) =>
    useImportQuestion.setState({ pending: { images: large, widths, choices, remember: 'no', answer } }),
  )
}

/** Changes the choices, or whether they are remembered. */
export const changeQuestion = (change: Partial<Pick<ImportQuestion, 'choices' | 'remember'>>): void =>
  useImportQuestion.setState(({ pending }) => ({ pending: pending && { ...pending, ...change } }))

/** Imports the images as chosen, or at their own size and format. */
export const answerQuestion = (how: 'chosen' | 'original'): void => {
  const { pending } = useImportQuestion.getState()
  if (!pending) return
  const { metadata } = pending.choices
  const choices = how === 'chosen' ? pending.choices : { ...usualImageChoices, metadata }
  if (pending.remember !== 'no') {
    const name = pending.remember === 'site' ? siteKey() : ''
    changeSettings({ imageImport: { ...getSettings().imageImport, [name]: choices } })
  }
  useImportQuestion.setState({ pending: null })
  pending.answer(choices)
}

/** Imports nothing. */
export const cancelQuestion = (): void => {
  const { pending } = useImportQuestion.getState()
  useImportQuestion.setState({ pending: null })
  pending?.answer(null)
}
