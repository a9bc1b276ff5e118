import { decodedUri } from '../../base/decoded-uri'
import { filePart, nameWithoutExtension } from '../../site/post-path'
import { t } from '../../texts/translate'
import type { Found } from '../findings/finding'
import type { LinkPart } from '../parts/body-parts'
import type { TextCheck } from '../site/check'

/** Images without a useful alt text. */
export const imageAlt: TextCheck = {
  name: 'image-alt',
  severity: 'warning',
  about: t('checks.aboutAlt'),
  inText: ({ body }) =>
    body.images.flatMap((image) => (image.words === null ? [] : (problemOf(image) ?? []))),
}

const problemOf = (image: LinkPart): Found | null => {
  const words = (image.words ?? '').trim()
  const { from, to, line, column } = image.whole
  const caret = image.wordsAt
  if (words === '') {
    const fixes =
      image.written === 'html' || image.written === 'tag'
        ? []
        : [{ label: t('checks.writeIt'), changes: [], caret }]
    return { from, to, line, column, message: t('checks.noAlt'), fixes }
  }
  if (!isUseless(words, image.target)) return null
  return {
    from: caret,
    to: caret + (image.words ?? '').length,
    line,
    column: column + caret - from,
    message: t('checks.badAlt', { text: words }),
    fixes: [{ label: t('checks.writeOther'), changes: [], caret }],
  }
}

const filler =
  /^(?:an? )?(?:image|img|photo|picture|pic|screen ?shot|untitled|graphic|figure|alt|(?:(?:add|insert|your|describe) )?(?:alt[ -]text|image(?: description)?)(?: (?:goes )?here)?|dsc[nf]?[_-]?\d+|img[_-]\d+|pxl_\d+.*)(?: ?\d+)?$/i

/** The names that systems and messengers give to screenshots and pasted images, with the time. */
const dated =
  /^(?:image|img|photo|picture|pasted image|whatsapp image|signal|screen ?shot|screen ?capture|bildschirmfoto|capture d.écran|captura de (?:pantalla|ecrã|tela)|istantanea schermo|schermata|schermafbeelding|skærmbillede|skjermbilde|skärmavbild|zrzut ekranu|ekran görüntüsü|снимок экрана|スクリーンショット|屏幕截图|屏幕快照|截屏|截圖|螢幕截圖|스크린샷)(?:[\s_-]*(?:\d[\d.:_-]*(?![\d.:_-])|\(\d+\)|[ap]\.?m\.?|at|um|à|a las|om|kl\.?|às|alle|в|o|from))+$/iu

const isUseless = (words: string, target: string): boolean => {
  const file = decodedUri(filePart(target.replace(/[?#].*$/s, '')))
  const fold = (text: string) => text.normalize('NFC').toLowerCase()
  return (
    filler.test(words) ||
    dated.test(words) ||
    /^[\p{P}\s]+$/u.test(words) ||
    fold(words) === fold(file) ||
    /^\S+\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(words) ||
    (fold(words) === fold(nameWithoutExtension(file)) && /[-_\d]/.test(words))
  )
}
