package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeTlsBehaviour;

class WeldSe5TlsTest extends SeTlsBehaviour {}
