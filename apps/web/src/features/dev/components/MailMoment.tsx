import { LANG } from '../../../platform/lang.ts';
import { useTown } from '../../../platform/site.tsx';

/** When a mail was written, to the second, in the town's zone. */
export function MailMoment({ at }: { at: string }) {
  const { timeZone } = useTown();
  return (
    <time dateTime={at}>{new Intl.DateTimeFormat(LANG, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(new Date(at))}</time>
  );
}
