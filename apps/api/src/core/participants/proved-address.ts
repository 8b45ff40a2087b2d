import type { Tx } from '../../platform/database/index.ts';

/** An account that has just proved that an address is its own: at its confirmation, or after a change of address. */
export interface ProvedAddress {
  readonly municipalityId: string;
  readonly accountId: string;
  readonly email: string;
}

type Listener = (tx: Tx, proved: ProvedAddress) => Promise<void>;
const listeners: Listener[] = [];

/** Adds what a room does then (a roll joins the account that was waited for); called once, beside the room's queries. */
export function whenAddressProved(listener: Listener): void {
  listeners.push(listener);
}

/** Tells every room, in the transaction that proved the address. */
export async function tellAddressProved(tx: Tx, proved: ProvedAddress): Promise<void> {
  for (const listener of listeners) await listener(tx, proved);
}
