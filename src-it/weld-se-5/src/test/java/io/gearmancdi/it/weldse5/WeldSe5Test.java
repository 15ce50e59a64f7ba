package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeCdiBehaviour;

class WeldSe5Test extends SeCdiBehaviour {}
