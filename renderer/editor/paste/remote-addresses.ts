import { codeRanges } from '../../../shared/references/code-ranges'
import type { Reference } from '../../../shared/references/forms/reference'
import { referencesIn } from '../../../shared/references/references'

/** A markdown image on another site. */
export interface RemotePicture extends Pick<Reference, 'from' | 'to' | 'writtenIn'> {
  /** Its address without escapes. */
  readonly address: string
}

const plain = (target: string): string =>
  target.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&(?:amp|#38|#x26);/gi, '&')

/** The markdown images of a text that are on other sites, outside code, in their order. */
export const remotePictures = (text: string): readonly RemotePicture[] =>
  referencesIn(text, 0, codeRanges(text, 0))
    .filter(
      ({ kind, target, writtenIn }) =>
        kind === 'image' &&
        (writtenIn === 'inline' || writtenIn === 'angle') &&
        /^https?:\/\/[^\s/]/i.test(target),
    )
    .map(({ target, from, to, writtenIn }) => ({ address: plain(target), from, to, writtenIn }))

const maxImages = 50

/** The addresses of a text's images on other sites, each once, at most 50. */
export const remoteAddresses = (text: string): readonly string[] =>
  [...new Set(remotePictures(text).map(({ address }) => address))].slice(0, maxImages)
