import { inLanguage } from '@kangheng/kernel/text/text.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { startServer } from '@kangheng/server/start.ts'
import { optional, type Arguments, type Command } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { findCounty, makeDemo, playLater, printAccounts } from './make-demo.ts'
import { wholeCounty } from './demo-size.ts'

/** A demo is made only where there is no county yet; a real one is never touched. */
async function openDemo(given: Arguments): Promise<Setting> {
  return (await findCounty(given)) ?? (await makeDemo(given, { size: wholeCounty, seed: 1, deferred: true })).setting
}

/** How the server stands in its network: behind a proxy that speaks HTTPS, as a real installation does. */
function serverOptions() {
  const on = (name: string) => process.env[name] === '1'
  const coldChainBroker = process.env['KANGHENG_COLD_CHAIN_MQTT'] ?? null
  return { https: on('KANGHENG_HTTPS'), behindProxy: on('KANGHENG_BEHIND_PROXY'), coldChainBroker }
}

export const start: Command = {
  name: 'start',
  usage: 'start [--port 8080]',
  text: { zh: '启动康衡（网页和接口）', en: 'Start Kangheng (pages and API)' },
  options: [
    { name: 'port', value: 'N', text: { zh: '端口（默认 8080）', en: 'port (default 8080)' } },
    {
      name: 'host',
      value: 'ADDRESS',
      text: {
        zh: '监听地址（默认 127.0.0.1，只限本机）',
        en: 'address to listen on (default 127.0.0.1, this machine only)',
      },
    },
    { name: 'demo', text: { zh: '没有数据时先生成演示县', en: 'make the demo county first when there are no data' } },
  ],
  async run(given) {
    const port = Number(optional(given, 'port') ?? process.env['PORT'] ?? 8080)
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new Refusal(
        'invalid',
        { zh: '--port 应为0至65535的整数', en: '--port is a number from 0 to 65535' },
        { field: 'port' },
      )
    const started = performance.now()
    const setting = given.options['demo'] ? await openDemo(given) : undefined
    const server = await startServer({
      ...installationOf(given),
      setting,
      port,
      host: optional(given, 'host'),
      options: serverOptions(),
    })
    if (server.setting.demo) printAccounts(given, server.setting.demoAccounts)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(
      inLanguage(
        {
          zh: `康衡已就绪：${server.address}（用时 ${seconds} 秒）。按 Ctrl+C 停止`,
          en: `Kangheng is ready: ${server.address} (after ${seconds} s). Stop with Ctrl+C`,
        },
        given.language,
      ),
    )
    const stopping = new AbortController()
    const played = playLater(server.setting, stopping.signal)
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    stopping.abort()
    await server.stop()
    await played
    return 0
  },
}
