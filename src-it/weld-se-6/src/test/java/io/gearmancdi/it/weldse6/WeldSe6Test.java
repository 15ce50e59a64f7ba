package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeCdiBehaviour;

class WeldSe6Test extends SeCdiBehaviour {}
