package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeStoreBehaviour;

class WeldSe6StoreTest extends SeStoreBehaviour {}
