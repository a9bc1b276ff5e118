const named: Readonly<Record<string, string>> = {
  angry: '>:( >:-(',
  blush: ':") :-")',
  broken_heart: '</3 <\\3',
  confused: ':/ :-/',
  cry: ":'( :'-( :,( :,-(",
  frowning: ':( :-(',
  heart: '<3',
  imp: ']:( ]:-(',
  innocent: 'o:) O:) o:-) O:-) 0:) 0:-)',
  joy: ":') :'-) :,) :,-) :'D :'-D :,D :,-D",
  kissing: ':* :-*',
  laughing: 'x-) X-)',
  neutral_face: ':| :-|',
  open_mouth: ':o :-o :O :-O',
  rage: ':@ :-@',
  smile: ':D :-D',
  smiley: ':) :-)',
  smiling_imp: ']:) ]:-)',
  sob: ":,'( :,'-( ;( ;-(",
  stuck_out_tongue: ':P :-P',
  sunglasses: '8-) B-)',
  sweat: ',:( ,:-(',
  sweat_smile: ',:) ,:-)',
  unamused: ':s :-S :z :-Z :$ :-$',
  wink: ';) ;-)',
}

/** The names of the emoji that emoticons stand for, from markdown-it-emoji. */
const nameOf = new Map(
  Object.entries(named).flatMap(([name, signs]) => signs.split(' ').map((sign) => [sign, name] as const)),
)

const signs = [...nameOf.keys()].sort((one, other) => other.length - one.length)
const any = new RegExp(signs.map((sign) => sign.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'g')
const edge = /^[\p{Z}\p{P}\p{Cc}]?$/u

/** An emoticon in a text, with its offset and the name of its emoji. */
export interface FoundEmoticon {
  readonly at: number
  readonly sign: string
  readonly name: string
}

/** The emoticons of a text that stand by themselves, between blanks or punctuation. */
export const emoticonsIn = (text: string): readonly FoundEmoticon[] =>
  Array.from(text.matchAll(any), ({ 0: sign, index: at }) => ({
    at,
    sign,
    name: nameOf.get(sign) ?? '',
  })).filter(({ at, sign }) => edge.test(text.charAt(at - 1)) && edge.test(text.charAt(at + sign.length)))
