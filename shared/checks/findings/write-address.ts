import { asDestination } from '../../site/asset-reference'
import type { TextChange } from '../../text/text-change'

/** A reference and how it is written. */
export interface WrittenAddress {
  readonly from: number
  readonly to: number
  readonly written: 'inline' | 'angle' | 'definition' | 'html' | 'tag' | 'bare'
}

/** The change that replaces an address, encoded as its kind of reference needs. */
export const addressChange = ({ from, to, written }: WrittenAddress, address: string): TextChange => ({
  from,
  to,
  insert: spelled(address, written),
})

const spelled = (address: string, written: WrittenAddress['written']): string => {
  switch (written) {
    case 'inline':
    case 'definition':
      return asDestination(address)
    case 'angle':
      return address.replace(/[<>\\]/g, (mark) => encodeURIComponent(mark))
    case 'html':
      return address.replaceAll('&', '&amp;').replace(/["'<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    case 'tag':
    case 'bare':
      return address
  }
}
