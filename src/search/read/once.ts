/** Remembers what was loaded; what failed is tried again the next time. */
export function once<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const loaded = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const value = load(key).catch((error: unknown) => {
      loaded.delete(key);
      throw error;
    });
    loaded.set(key, value);
    return value;
  };
}
