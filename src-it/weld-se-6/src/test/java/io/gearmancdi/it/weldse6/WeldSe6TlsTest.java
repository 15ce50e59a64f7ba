package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeTlsBehaviour;

class WeldSe6TlsTest extends SeTlsBehaviour {}
