/** The small dialogs of the shell: they travel together, for each file that is fetched by name costs the first one. */
export { HelpDialog } from './help-dialog.tsx';
export { SettingsDialog } from './settings-dialog.tsx';
