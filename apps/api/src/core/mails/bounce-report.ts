import { z } from 'zod';

/** An address that a report speaks of. */
export interface Bounce {
  readonly address: string;
  /** False for a delay or a full mailbox: mail goes on. */
  readonly isPermanent: boolean;
  /** What the server said, without addresses; '' when the report does not tell. */
  readonly diagnostic: string;
}

/** A mail server's words on one line, as administrators see them: its code and phrase, no address, 200 characters at most. */
export function diagnosticOf(words: string): string {
  return words
    .replace(/^\s*smtp\s*;\s*/i, '')
    .replace(/<?[^\s<>;,]+@[^\s<>;,]+>?/g, '…')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

const Json = z.object({
  address: z.string().min(3).max(254),
  permanent: z.boolean().default(true),
  diagnostic: z.string().max(2_000).default(''),
});
const recipient = /^(?:Final|Original)-Recipient:\s*rfc822\s*;\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/im;

/** The addresses of a report, or null when it is none. @param media the content type of the request */
export function readBounceReport(media: string, body: string): readonly Bounce[] | null {
  if (media === 'application/json') {
    const parsed = Json.safeParse(jsonOf(body));
    return parsed.success
      ? [{ address: parsed.data.address, isPermanent: parsed.data.permanent, diagnostic: diagnosticOf(parsed.data.diagnostic) }]
      : null;
  }
  const report = deliveryStatusOf(body);
  if (report === null) return null;
  const found = report.split(/\n\s*\n/).flatMap((group) => {
    const address = recipient.exec(group)?.[1];
    const action = /^Action:\s*(\w+)/im.exec(group)?.[1]?.toLowerCase();
    const status = /^Status:\s*(\d)\.(\d+)\.\d+/im.exec(group);
    const said = /^Diagnostic-Code:\s*(.*(?:\n[ \t].*)*)/im.exec(group)?.[1] ?? status?.[0].slice('Status:'.length) ?? '';
    // As in the dialogue itself: X.7.z speaks of policy (a filter, a block list), not of the address.
    return address
      ? [{ address, isPermanent: action === 'failed' && status?.[1] === '5' && status[2] !== '7', diagnostic: diagnosticOf(said) }]
      : [];
  });
  return found.length > 0 ? found : null;
}

/** The machine-readable part (RFC 3464, 2.1: always 7bit, so it can be read as it stands), without the parts around it. */
function deliveryStatusOf(message: string): string | null {
  const text = message.replaceAll('\r\n', '\n');
  const start = /^Content-Type:\s*message\/(?:global-)?delivery-status/im.exec(text);
  if (!start) return null;
  const rest = text.slice(start.index);
  const body = rest.slice(rest.indexOf('\n\n') + 2);
  const end = /^--\S/m.exec(body);
  return end ? body.slice(0, end.index) : body;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // the schema then says that nothing fits
  }
}
