import type { QueueLine } from '@parvis/shared/contracts/moderation.ts';

/** The address of the desk with one content open, or none; filters stay. */
export function deskAt(query: URLSearchParams, change: Readonly<Record<string, string | null>>): { pathname: string; search: string } {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  const search = next.toString();
  return { pathname: '/moderation', search: search && `?${search}` };
}

/** The content that stands `step` lines after the open one; the first when none is open, null at the end. */
export function neighbour(items: readonly QueueLine[], openId: string | null, step: 1 | -1): string | null {
  const at = items.findIndex((line) => line.card.id === openId);
  if (at < 0) return items[0]?.card.id ?? null;
  return items[at + step]?.card.id ?? null;
}

/** The next content to decide once `decided` are gone: the one below, else the first that is left. */
export function nextAfter(items: readonly QueueLine[], openId: string, decided: readonly string[]): string | null {
  const at = items.findIndex((line) => line.card.id === openId);
  const left = (line: QueueLine): boolean => !decided.includes(line.card.id) && line.isForMe;
  return (items.slice(at + 1).find(left) ?? items.find(left))?.card.id ?? null;
}
