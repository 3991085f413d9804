export * from '@kangheng/kernel/exact/decimal.ts'
