import { jest } from '@jest/globals';
import { describeMongoContract } from '../contracts/mongo.contract.ts';
import { embeddedServer, testDatabase } from '../support/database.ts';

// A loaded machine is no failure.
jest.setTimeout(30_000);

describeMongoContract('embedded', embeddedServer);

if (process.env['SUBDESK_TEST_MONGODB_URI']) {
  describeMongoContract('SUBDESK_TEST_MONGODB_URI', testDatabase);
}
