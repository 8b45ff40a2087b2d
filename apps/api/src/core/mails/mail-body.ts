import { escapeHtml } from '@parvis/shared/rules/escape-html.ts';
import { themeOf } from '@parvis/shared/rules/theme.ts';
import type { Town } from '../../platform/http/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';

/** What both bodies of a mail are made of. */
export interface Letter {
  readonly town: Town;
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly url: string } | undefined;
  readonly reason: string;
  readonly unsubscribeUrl: string | null;
}

/** The plain-text twin: the same words in the same order, with whole addresses. */
export function textOf({ town, language, paragraphs, button, reason, unsubscribeUrl }: Letter): string {
  const foot = [
    '-- ',
    `${town.name} · ${siteOf(town, language)}`,
    reason,
    ...(unsubscribeUrl ? [`${say(language, 'mails.unsubscribe')}${say(language, 'mails.colon')}${unsubscribeUrl}`] : []),
  ];
  return [
    ...paragraphs,
    ...(button ? [`${button.label}${say(language, 'mails.colon').trimEnd()}\n${button.url}`] : []),
    foot.join('\n'),
  ].join('\n\n');
}

/**
 * The HTML body, as mail programs read it: tables for layout, styles on the elements, system fonts, no picture and no tracking.
 * One column of 600 px that narrows; colours hold in dark mode by `color-scheme`.
 */
export function htmlOf({ town, language, subject, paragraphs, button, reason, unsubscribeUrl }: Letter): string {
  const { accent, accentInk } = themeOf(town.accent).light;
  const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
  const [first = '', ...rest] = paragraphs;
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light"><meta name="supported-color-schemes" content="light">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escapeHtml(subject)}</title>
<style>@media (max-width:480px){.sheet{padding:24px 20px 28px !important}.title{font-size:21px !important;line-height:28px !important}}</style>
</head>
<body style="margin:0;padding:0;background:#f3f0e8;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(first)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f0e8"><tr><td align="center" style="padding:24px 12px 40px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
<tr><td style="padding:4px 8px 14px;${font};font-size:15px;line-height:20px;font-weight:700;color:#1b2430"><a href="${escapeHtml(siteOf(town, language))}" style="color:#1b2430;text-decoration:none">${escapeHtml(town.name)}</a></td></tr>
<tr><td class="sheet" style="background:#ffffff;border-top:5px solid ${accent};border-radius:8px;padding:32px 32px 36px">
<h1 class="title" style="margin:0 0 20px;${font};font-size:23px;line-height:30px;font-weight:700;color:#1b2430">${escapeHtml(subject)}</h1>
${[first, ...rest].map((one) => paragraphOf(one, font, accent, town.origin)).join('')}${button ? buttonOf(button, accent, accentInk, font, language) : ''}</td></tr>
<tr><td style="padding:20px 8px 0;${font};font-size:13px;line-height:20px;color:#565d66">
${escapeHtml(reason)}${unsubscribeUrl ? `<br><a href="${escapeHtml(unsubscribeUrl)}" style="color:#565d66;text-decoration:underline">${escapeHtml(say(language, 'mails.unsubscribe'))}</a>` : ''}
<br><a href="${escapeHtml(siteOf(town, language))}" style="color:#565d66;text-decoration:underline">${escapeHtml(say(language, 'mails.site', { town: town.name }))}</a></td></tr>
</table></td></tr></table>
</body>
</html>
`;
}

/**
 * Addresses of the town's own site become links; others stay text, for people may have written them. Where such an address ends a
 * paragraph of several lines, as in the mail of the day, the first line bears the link instead.
 */
function paragraphOf(text: string, font: string, accent: string, origin: string): string {
  const isOurs = (part: string): boolean => /^https?:\/\/[^\s<>"]+$/.test(part) && part.startsWith(`${origin}/`);
  const lines = text.split('\n');
  const last = lines.at(-1)!;
  const titled = lines.length > 1 && isOurs(last);
  const shown = titled ? lines.slice(1, -1) : lines;
  const words = shown.map((line) =>
    line
      .split(/(https?:\/\/[^\s<>"]+)/)
      .map((part) =>
        isOurs(part)
          ? `<a href="${escapeHtml(part)}" style="color:${accent};word-break:break-all">${escapeHtml(part)}</a>`
          : escapeHtml(part),
      )
      .join(''),
  );
  const title = titled ? [`<a href="${escapeHtml(last)}" style="color:${accent};font-weight:600">${escapeHtml(lines[0]!)}</a>`] : [];
  return `<p style="margin:0 0 16px;${font};font-size:16px;line-height:25px;color:#1b2430;overflow-wrap:anywhere">${[...title, ...words].join('<br>')}</p>\n`;
}

function buttonOf({ label, url }: { label: string; url: string }, accent: string, ink: string, font: string, language: Language): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:26px 0 22px"><tr><td bgcolor="${accent}" style="border-radius:6px;background:${accent}">
<a href="${escapeHtml(url)}" style="display:inline-block;padding:13px 24px;${font};font-size:16px;line-height:22px;font-weight:600;color:${ink};text-decoration:none">${escapeHtml(label)}</a></td></tr></table>
<p style="margin:0;${font};font-size:13px;line-height:20px;color:#565d66">${escapeHtml(say(language, 'mails.buttonFails'))}<br><a href="${escapeHtml(url)}" style="color:${accent};overflow-wrap:anywhere;word-break:break-all">${escapeHtml(url)}</a></p>
`;
}

function siteOf(town: Town, language: Language): string {
  return `${town.origin}${town.base}/${language}/`;
}
