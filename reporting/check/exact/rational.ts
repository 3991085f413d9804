export * from '@kangheng/kernel/exact/rational.ts'
