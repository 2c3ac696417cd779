import type { AstroIntegration } from 'astro';
import { inspectContent, refuseFaultyContent, reportOf } from '#gate/report.ts';

/** Keeps faulty content out of every build, and tells an editor at work what to put right. */
export function contentGate(): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') refuseFaultyContent('.');
      },
      'astro:server:setup': ({ server }) => {
        let said = '';
        const say = (): void => {
          const found = inspectContent('.');
          const report = found.faults.length > 0 ? reportOf(found) : '';
          if (report !== said) console.error(report || '内容的毛病都改好了。');
          said = report;
        };
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, path) => {
          if (!/[\\/]content[\\/]/.test(path)) return;
          clearTimeout(waiting);
          waiting = setTimeout(say, 300);
        });
        say();
      },
    },
  };
}
