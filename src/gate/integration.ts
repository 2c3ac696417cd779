import { Worker } from 'node:worker_threads';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { faultPages } from '#gate/fault-page.ts';
import { refuseFaultyContent } from '#gate/report.ts';
import { contentFolder, isBelow } from '#folders.ts';
import { isReadLater } from '#reading/read-later.ts';
import { watchedAsWholes, watchPractices } from '#reading/watching.ts';

/** Keeps faulty content out of every build, and tells an editor at work what to put right. */
export function contentGate(): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, logger }) => {
        // Where the content is read later, it is judged before it is read.
        if (command === 'build' && !isReadLater()) {
          await unannounced(logger, () => refuseFaultyContent('.'));
        }
        updateConfig({ vite: { server: { watch: { ignored: [...watchedAsWholes] } } } });
      },
      'astro:server:setup': ({ server }) => {
        const inspector = new Worker(new URL('./inspector.ts', import.meta.url));
        inspector.unref();
        let said = '';
        inspector.on('message', (report: string) => {
          if (report !== said) console.error(report || '内容的毛病都改好了。');
          said = report;
        });
        server.middlewares.use(faultPages(() => said));
        const inspect = (): void => inspector.postMessage(null);
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, path) => {
          if (!isBelow(contentFolder(), path)) return;
          clearTimeout(waiting);
          waiting = setTimeout(inspect, 300);
        });
        watchPractices((path) => server.watcher.emit('all', 'change', path));
        inspect();
      },
    },
  };
}

/** Astro would announce, in words of its own, that a hook failed; the refusal says all there is to say. */
async function unannounced(
  logger: AstroIntegrationLogger,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    logger.options.level = 'silent';
    throw error;
  }
}
