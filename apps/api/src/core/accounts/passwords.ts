import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters that OWASP recommends (2024: 19 MiB, 2 passes); about 30 ms of one processor. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The string to keep of a password. Never inside a transaction: it takes as long as ten statements. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let dummy: Promise<string> | null = null;

/** Whether the password is the one of the hash; where there is no hash, works as long and says no, so that time tells nothing. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  const right = await verify(passwordHash ?? (await dummy), password);
  return right && passwordHash !== null;
}
