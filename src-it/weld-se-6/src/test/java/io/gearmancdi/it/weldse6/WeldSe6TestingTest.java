package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeTestingBehaviour;

class WeldSe6TestingTest extends SeTestingBehaviour {}
