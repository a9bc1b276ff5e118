import { decodedUri } from '../base/decoded-uri'
import { filePart } from '../site/post-path'

/** What is said of a file before it is read. */
interface NamedFile {
  readonly name: string
  /** Media type. */
  readonly type: string
}

/** What a paste brings. */
export interface Pasted<F extends NamedFile> {
  readonly files: readonly F[]
  readonly plain: string
  readonly html: string
}

const imageType =
  /^image\/(?:png|jpe?g|gif|webp|avif|heic|heif|svg\+xml|bmp|tiff|x-icon|vnd\.microsoft\.icon)$/

/** Names of images whose type not every system knows. */
const imageName = /\.(?:png|jpe?g|jfif|gif|webp|avif|hei[cf]|svg|bmp|tiff?|ico)$/i

const isImage = ({ name, type }: NamedFile): boolean =>
  imageType.test(type) || (type === '' && imageName.test(name))

/** The images among dropped or pasted files. */
export const imagesAmong = <F extends NamedFile>(files: Iterable<F>): F[] => [...files].filter(isImage)

/**
 * The images to paste as files. Office programs copy text with a picture of it: then the text is wanted. File managers
 * copy files with their names or paths as text: then the files are.
 */
export const filesToPaste = <F extends NamedFile>({ files, plain, html }: Pasted<F>): F[] => {
  const images = imagesAmong(files)
  const lines = plain.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  if (images.length === 0 || lines.length === 0) return images
  if (html !== '') return []
  const names = new Set(files.map(({ name }) => name.normalize()))
  return lines.every((line) => names.has(nameOfLine(line))) ? images : []
}

// A name, a path or a `file:` URL.
const nameOfLine = (line: string): string => {
  const name = line
    .trim()
    .replace(/^.*[/\\]/, '')
    .normalize()
  return /^file:/i.test(line.trim()) ? decodedUri(name).normalize() : name
}

const longestHtml = 100_000
const longestName = 100

/** Name without extension and alt text that an image copied in a browser has in its page; empty if the HTML has no one image. */
export const imageInPage = (html: string): { readonly name: string; readonly alt: string } => {
  const shown = html.length > longestHtml ? [] : [...html.matchAll(/<img\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi)]
  const [tag = ''] = shown[0] ?? []
  if (shown.length !== 1) return { name: '', alt: '' }
  const address = attributeOf(tag, 'src')
  const [, path = ''] = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(address) ?? []
  return {
    name: filePart(decodedUri(path))
      .replace(/\.[^.]*$/, '')
      .slice(0, longestName),
    alt: attributeOf(tag, 'alt').replace(/\s+/g, ' ').trim(),
  }
}

const attributeOf = (tag: string, name: string): string => {
  const [, quoted, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag) ?? []
  return (quoted ?? single ?? bare ?? '').replace(
    /&(?:amp|quot|lt|gt|nbsp|#39);/g,
    (sign) => signs[sign] ?? sign,
  )
}

/** The entities that browsers write. */
const signs: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&#39;': "'",
}
