package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeStoreBehaviour;

class WeldSe5StoreTest extends SeStoreBehaviour {}
