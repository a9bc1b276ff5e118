export const cli = {
  notChange: '“{text}” is not a change. Write key=value, key+=item or key-=item.',
  outputLost: 'The output could not be written: {reason}',
  optionValues: '{name} takes {values}, not {value}.',
  noOption: 'There is no option {option}. {known}',
  noValue: '{option} takes no value.',
  valueMissing: '{option} needs a value.',
  knownOptions: 'Options: --{names}.',
  nameToExport: 'Name the posts to export.',
  imageNotFound: '{post}: the image {image} was not found',
  diagramsUndrawn:
    '{count, plural, one {# Mermaid diagram is shown as its source; export it from the window to draw it} other {# Mermaid diagrams are shown as their source; export them from the window to draw them}}',
  noPost: 'There is no post {name}.',
  noPostLike: 'No post matches {pattern}.',
  ignored: 'Left out, because Git ignores it: {names}.',
  ignoredMore: 'Left out, because Git ignores it: {names} and {count, number} more.',
  errors: '{count, plural, one {# error} other {# errors}}',
  warnings: '{count, plural, one {# warning} other {# warnings}}',
  hints: '{count, plural, one {# hint} other {# hints}}',
  checked: '{count, plural, one {# post} other {# posts}} checked: {found}',
  nothingFound: 'no problems found',
  nameToGet: 'Name a post: postwright get posts/hello.md title',
  hasNoField: '{post}: no field {name}',
  missingAlone: '--missing cannot be combined with other lists.',
  bytes: '{size} bytes',
  nameToImport: 'Name a post, then the images to import for it.',
  notInFolder: '{post} is not in a folder that can be opened.',
  widthRange: '--width takes pixels, from 16 to 16000.',
  installQuestion: 'Install the command “postwright”?',
  installLink: '{path} will be a link to\n{target}',
  installScript: 'A small script will be created:\n{path}',
  installDetail:
    'You can then use “postwright list”, “get”, “set”, “check” and “export” in a terminal. To remove the command, delete the file.',
  alreadyInstalled: 'The command is already installed: {path}.',
  installed: 'Installed: {path}.',
  tryHelp: '{done} Open a new terminal and try “postwright --help”.',
  addToPath: '{done} If a new terminal does not find it, add {folder} to PATH in your shell profile.',
  cannotMake: 'Cannot create {path}',
  asciiOnly: 'The command cannot be created for {path}: batch files must be ASCII.',
  otherProgram: '{path} is another program. Remove or rename it, then try again.',
  moveToApplications: 'Move Postwright to the Applications folder and start it there first.',
  noFolderForCommand: 'There is no folder for the command.',
  noFrontMatter: 'has no front matter',
  looksLikeHead: 'starts with what looks like front matter ({kind}); it is not read',
  lineMessage: 'line {line}: {message}',
  noCommand: 'There is no command {name}. Try postwright --help.',
  removeOrRename: '--remove and --rename cannot be combined. Use one after the other.',
  nameToSet: 'Name the posts: postwright set posts/*.md isFeatured=true',
  nameChange: 'Name a change: postwright set posts/*.md isFeatured=true',
  notFieldName: '“{text}” is not a field name. Write --remove field.',
  notNewName: '“{text}” is not a new name. Write --rename old=new.',
  noTrash: 'Setting a field moves nothing to the trash.',
  unchanged: '{file}: not changed. {reason}',
  unchangedLine: '{file}: not changed. Line {line}: {reason}',
  notThere: '{path} does not exist.',
  nameFolder: 'Name a folder or posts.',
  twoSites: '{one} and {other} are two sites. Name one at a time.',
  help: `postwright reads and changes the front matter of posts without touching any other byte, checks and exports posts.

  postwright list [folder or post ...]           lists posts with date, title, flags and tags
  postwright get  post ... [field ...]           prints fields of posts; all fields if none is named
  postwright set  post ... field=value ...       sets fields; field+=item and field-=item change lists
  postwright set  post ... --remove field ...    removes fields
  postwright set  post ... --rename old=new ...  renames fields
  postwright export post ... [-o file or folder] exports each post as one HTML file with its images inside

  postwright check [folder or post ...]          reports problems in the posts of a site
      --format text|json|sarif|github            the format of the report
      --severity hint|warning|error              the lowest severity that is reported
      --external                                 also requests the pages of other sites that posts link to

  postwright images [folder]                     lists the images of a site: pixels, size and where they are used
      --unused --heavy --same --no-alt           lists only these images
      --missing                                  lists images that posts show and that do not exist
  postwright import-image post image ...         copies images to where the site keeps those of the post
      --width pixels --format keep|webp|avif --keep-metadata

  A post is a markdown file; a folder stands for all posts below it. author.name is the field name inside author.
  true, false, null, numbers and [lists] are read as what they look like.

  --dry-run      shows the lines that would change and writes nothing
  --json         prints JSON
  --text         reads all values as text
  --help, -h     shows this help
  --version, -v  shows the version

  Exit codes: 0 success; 1 a post was refused, lacks the field or could not be written; 2 invalid usage.`,
} as const
