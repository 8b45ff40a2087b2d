export { DemoModule } from './demo.module.ts';
export { demoAccounts, demoPassword } from './demo-accounts.ts';
export { demoGreeting, emptyGreeting } from './greeting.ts';
export { scanOfSheets, type DemoSheet } from './sheet-scan.ts';
