package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeStoreBehaviour;

class OpenWebBeansStoreTest extends SeStoreBehaviour {}
