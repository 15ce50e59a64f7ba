package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeEventsBehaviour;

class WeldSe5EventsTest extends SeEventsBehaviour {}
