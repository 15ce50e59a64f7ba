package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeBootBehaviour;

class WeldSe5BootTest extends SeBootBehaviour {}
