/**
 * Asks for each key once and hands the same answer to all who ask; what did not come is asked for
 * again by the next.
 */
export function askedOnce<Key, Answer>(
  ask: (key: Key) => Promise<Answer>,
): (key: Key) => Promise<Answer> {
  const asked = new Map<Key, Promise<Answer>>();
  return (key) => {
    let answer = asked.get(key);
    if (!answer) {
      answer = ask(key);
      answer.catch(() => asked.delete(key));
      asked.set(key, answer);
    }
    return answer;
  };
}
