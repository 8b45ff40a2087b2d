export { AccountsModule } from './accounts.module.ts';
export { SessionDirectory, hashToken, newToken } from './session-directory.ts';
export { insertSession } from './sessions.queries.ts';
