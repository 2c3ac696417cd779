/**
 * A value that the first process of a test run decides and the worker processes it starts take
 * over. It must survive JSON.
 */
export async function decideOnce<T>(name: string, decide: () => T | Promise<T>): Promise<T> {
  const key = `SITE_TESTS_${name}`;
  const decided = process.env[key];
  if (decided !== undefined) return JSON.parse(decided);
  const value = await decide();
  process.env[key] = JSON.stringify(value);
  return value;
}
