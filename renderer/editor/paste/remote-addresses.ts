import { codeRanges } from '../../../shared/references/code-ranges'
import { referencesIn } from '../../../shared/references/references'

/** A markdown image on another site. */
export interface RemotePicture {
  /** The range of its address, with angle brackets around it. */
  readonly from: number
  readonly to: number
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
    .map(({ target, from, to, writtenIn }) => {
      const around = writtenIn === 'angle' ? 1 : 0
      return { address: plain(target), from: from - around, to: to + around }
    })

const maxImages = 50

/** The addresses of a text's images on other sites, each once, at most 50. */
export const remoteAddresses = (text: string): readonly string[] =>
  [...new Set(remotePictures(text).map(({ address }) => address))].slice(0, maxImages)
