export { DemoModule } from './demo.module.ts';
export { demoAccounts, demoPassword, demoSlug } from './demo-accounts.ts';
export { demoGreeting, emptyGreeting } from './greeting.ts';
export { pictureOf } from './picture-of.ts';
export { scanOfSheets, type DemoSheet } from './sheet-scan.ts';
