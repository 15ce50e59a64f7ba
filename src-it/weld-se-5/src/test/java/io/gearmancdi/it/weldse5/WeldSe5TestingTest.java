package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeTestingBehaviour;

class WeldSe5TestingTest extends SeTestingBehaviour {}
