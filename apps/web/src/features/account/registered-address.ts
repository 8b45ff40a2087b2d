let address: string | null = null;

/** Keeps the address of the account just asked for, in this tab's memory only: it must stand in no address and no log. */
export function rememberAddress(email: string): void {
  address = email;
}

/** The address of the account just asked for in this tab, or null after the page was loaded anew. */
export function rememberedAddress(): string | null {
  return address;
}
