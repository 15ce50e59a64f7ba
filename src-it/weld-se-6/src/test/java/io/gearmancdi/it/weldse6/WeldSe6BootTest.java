package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeBootBehaviour;

class WeldSe6BootTest extends SeBootBehaviour {}
