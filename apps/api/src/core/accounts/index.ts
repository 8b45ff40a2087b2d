export { AccountsModule } from './accounts.module.ts';
export { hashToken, newToken } from './secrets.ts';
export { insertSession } from './sessions.queries.ts';
export { hashPassword } from './passwords.ts';
export { makeAccount, makeFirstAdministrator } from './make-account.ts';
export { insertRole } from './roles.queries.ts';
export { forgetAccount } from './forget-account.ts';
export { operatorCommand } from './operator-command.ts';
