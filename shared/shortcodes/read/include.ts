import { merged, parameter, type Shortcode } from '../shape'

/** Reads a Jekyll include from its file, which is never run: its parameters are used as `include.name`. */
export const readInclude = (name: string, file: string, text: string): Shortcode => {
  const source = text.replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, '')
  const named = [...source.matchAll(/\binclude\.([A-Za-z_][\w-]*)/g)].map(([, of = '']) => parameter(of))
  const compared = [
    ...source.matchAll(/\binclude\.([A-Za-z_][\w-]*)\s*(?:==|!=)\s*(?:"([^"\n]{1,80})"|'([^'\n]{1,80})')/g),
  ].map(([, of = '', a, b]) => parameter(of, { choices: [a ?? b ?? ''] }))
  const defaulted = [
    ...source.matchAll(
      /\binclude\.([A-Za-z_][\w-]*)\s*\|\s*default:\s*(?:"([^"\n]*)"|'([^'\n]*)'|([\w.-]+))/g,
    ),
  ].map(([, of = '', a, b, c]) => parameter(of, { otherwise: a ?? b ?? c ?? '' }))
  return {
    kind: 'include',
    name,
    file,
    parameters: merged([...named, ...compared, ...defaulted]),
    hasInner: false,
  }
}

/** Whether an include shows a picture whose address is a parameter. */
export const takesPicture = (text: string): boolean =>
  /<img\b/i.test(text) && /\binclude\.(?:image_path|src|path|url|file|image|img)\b/.test(text)
