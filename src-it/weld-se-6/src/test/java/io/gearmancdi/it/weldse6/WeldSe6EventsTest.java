package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeEventsBehaviour;

class WeldSe6EventsTest extends SeEventsBehaviour {}
