import type { InstallPlan } from './plan'

/** What is asked before the command is installed. */
export const questionOf = ({ path, file }: InstallPlan): { message: string; detail: string } => ({
  message: 'Install the command “postwright”?',
  detail: [
    file.kind === 'link' ? `${path} will be a link to\n${file.to}` : `A small script will be made:\n${path}`,
    'Then “postwright list”, “get”, “set”, “check” and “export” work in a terminal. Delete the file to remove the command.',
  ].join('\n\n'),
})

/** What is said afterwards, with what is left to do where shells do not look into the folder. */
export const installedText = ({ path, folder, before, onPath }: InstallPlan): string => {
  const done = before === 'same' ? `The command is already installed: ${path}.` : `Installed: ${path}.`
  return onPath
    ? `${done} Open a new terminal and try “postwright --help”.`
    : `${done} If a new terminal does not find it, add ${folder} to PATH in the profile of your shell.`
}
