import type { RunTimeSetting } from '../../../api/admin';
import type { Act } from '../act';
import { durationText } from './duration';

export type Value = RunTimeSetting['value'];

const PREFIX = /^parley\.(limits\.)?/;

/** A setting's name in words, from its key. */
export function nameOfSetting(key: string): string {
  const words = key.replace(PREFIX, '').replace(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a setting means, as a sentence. */
export function meaningOf({ meaning }: RunTimeSetting): string {
  const plain = meaning.replaceAll('`', '').trim();
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[.!?]$/.test(plain) ? '' : '.'}`;
}

/** A value as a person reads it. */
export function valueText({ kind }: RunTimeSetting, value: Value | null): string {
  if (value === null || value === '') return 'none';
  if (kind === 'boolean') return String(value) === 'true' ? 'yes' : 'no';
  if (kind === 'duration') return durationText(String(value));
  if (kind === 'number') return Number(value).toLocaleString();
  return String(value);
}

const at = (setting: RunTimeSetting) => `admin/settings/${encodeURIComponent(setting.key)}/`;

export function change(setting: RunTimeSetting, value: Value): Act {
  return {
    title: `Change “${nameOfSetting(setting.key)}”`,
    says: `${meaningOf(setting)} It takes effect on every node within five seconds.`,
    button: 'Change',
    done: `${nameOfSetting(setting.key)} is changed.`,
    method: 'PUT',
    path: at(setting),
    body: { value },
  };
}

/** Goes back to what the configuration says. */
export function giveBack(setting: RunTimeSetting): Act {
  return {
    title: `Set “${nameOfSetting(setting.key)}” back?`,
    says: 'The value of the configuration, or else the default, holds again on every node within five seconds.',
    button: 'Set back',
    done: `${nameOfSetting(setting.key)} is as configured.`,
    method: 'DELETE',
    path: at(setting),
  };
}

/** The settings by what they are about: the limits apart. */
export function grouped(settings: RunTimeSetting[]): { title: string; settings: RunTimeSetting[] }[] {
  const isLimit = ({ key }: RunTimeSetting) => key.startsWith('parley.limits.');
  return [
    { title: 'The community', settings: settings.filter((each) => !isLimit(each)) },
    { title: 'Limits', settings: settings.filter(isLimit) },
  ].filter((group) => group.settings.length > 0);
}
