/** The elements allowed in an author's HTML. */
export const allowedTags = [
  ...['a', 'abbr', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption', 'center'],
  ...[
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
    'details',
    'dfn',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
  ],
  ...[
    'figure',
    'font',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
  ],
  ...[
    'li',
    'main',
    'mark',
    'nav',
    'ol',
    'p',
    'pre',
    'q',
    'rp',
    'rt',
    'ruby',
    's',
    'samp',
    'section',
    'small',
  ],
  ...['span', 'strike', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead'],
  ...['time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr', 'picture', 'pw-slot'],
  ...['acronym', 'address', 'button', 'dir', 'hgroup', 'label', 'menu', 'nobr'],
]

/** The other HTML elements, which are removed. */
const refused =
  'applet area audio base basefont blink body canvas data datalist dialog embed fieldset form frame frameset head html iframe input legend link map marquee math meta meter noframes noscript object optgroup option output param progress script select slot source style svg template textarea title track video'

const names = new Set([...allowedTags, ...refused.split(' ')])

/** Whether this is the name of an HTML element, in any case. */
export const isHtmlName = (name: string): boolean => names.has(name.toLowerCase())
