/**
 * An access token, kept until shortly before it runs out. `refused` names the one that the service did not take: then a
 * new one is fetched. Whoever asks while one is on its way waits for the same.
 */
export function keepToken(
  now: () => Date,
  fetchToken: () => Promise<{ token: string; seconds: number }>,
): (refused?: string) => Promise<string> {
  let known: { token: string; until: number } | undefined;
  let coming: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const { token, seconds } = await fetchToken();
    known = { token, until: now().getTime() + (seconds - spareSeconds) * 1000 };
    return token;
  }

  return async (refused) => {
    if (known && known.token !== refused && now().getTime() < known.until) return known.token;
    coming ??= renew().finally(() => {
      coming = undefined;
    });
    return coming;
  };
}

/** A token is not used in its last seconds: it would run out on the way. */
const spareSeconds = 30;
