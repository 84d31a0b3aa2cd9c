// The database of a case, in a process of its own, as a server would be: what it costs is not the desk's.
import { testDatabase } from '../../support/database.ts';
import { serveFor } from '../program.ts';

await serveFor(async () => {
  const { uri, close } = await testDatabase();
  return { facts: { uri }, stop: close };
});
