import { describeStores } from '../contracts/stores.contract.ts';
import { openTestStores } from '../support/storage.ts';

describeStores('the stores of src/storage', openTestStores);
